import { ConfigError } from './config.js';
import { DatabaseStartError } from './database/errors.js';

/** A sentence that explains a failed start and how to fix it; the stack for an unexpected error. */
export function startError(error: unknown): string {
  if (error instanceof ConfigError || error instanceof DatabaseStartError) return error.message;
  if (!(error instanceof Error)) return String(error);
  const { code, port, address, syscall } = error as NodeJS.ErrnoException & {
    port?: number;
    address?: string;
  };
  const sentence = sentences[syscall === 'listen' ? `listen ${code}` : (code ?? '')];
  return sentence?.(address, port) ?? error.stack ?? error.message;
}

/**
 * By error code: listening first, then connecting to DATABASE_URL (network errors, then PostgreSQL's own).
 */
const sentences: Record<string, (address?: string, port?: number) => string> = {
  'listen EADDRINUSE': (address, port) =>
    `Port ${port} on ${address} is in use. Stop the program that uses it, or set PORT to another one.`,
  'listen EACCES': (_address, port) =>
    `Port ${port} is not allowed for this user. Set PORT to one above 1023.`,
  'listen EADDRNOTAVAIL': (address) => `HOST ${address} is not an address of this machine.`,
  ECONNREFUSED: (address, port) =>
    `No database listens at ${address}:${port}. Start it, or check the address in DATABASE_URL.`,
  ENOTFOUND: () => 'The host name in DATABASE_URL is unknown.',
  ETIMEDOUT: () => 'The database does not respond. Check the address in DATABASE_URL.',
  '28P01': () => 'The database rejects the password in DATABASE_URL.',
  '28000': () => 'The database rejects the user in DATABASE_URL.',
  '3D000': () => 'The database in DATABASE_URL does not exist. Create it first.',
};
