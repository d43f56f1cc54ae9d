import { ConfigError } from './config.js';
import { DatabaseStartError } from './database/errors.js';

/** How many causes of an error are looked at. */
const MAX_DEPTH = 5;

/** A sentence that explains a failed start and how to fix it; the stack for an unexpected error. */
export function startError(error: unknown): string {
  if (error instanceof ConfigError || error instanceof DatabaseStartError) return error.message;
  let cause = error;
  for (let depth = 0; cause instanceof Error && depth < MAX_DEPTH; depth += 1) {
    const sentence = sentenceOf(cause);
    if (sentence !== undefined) return sentence;
    ({ cause } = cause);
  }
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

interface SystemError extends NodeJS.ErrnoException {
  port?: number;
  address?: string;
}

function sentenceOf(error: SystemError): string | undefined {
  const { code = '', port, address, syscall, message } = error;
  if (syscall === 'listen') return listening[code]?.(address, port);
  const [, parameter] = /unsupported startup parameter: (\w+)/.exec(message) ?? [];
  if (parameter !== undefined) return poolerRefuses(parameter);
  if (/does not support SSL connections/.test(message))
    return 'The database does not offer TLS. Set it up there, or remove sslmode from DATABASE_URL.';
  if (/no encryption/.test(message))
    return 'The database requires TLS. Add ?sslmode=verify-full to DATABASE_URL.';
  if (/\bcertificate\b/.test(message) && /CERT|SIGNATURE|ISSUER/.test(code))
    return `The database's certificate is not trusted (${code}). Add &sslrootcert=/path/to/ca.pem to DATABASE_URL, or sslmode=no-verify to connect to any server.`;
  return connecting[code]?.(address, port);
}

/** PgBouncer passes on only the parameters that it knows. */
const poolerRefuses = (parameter: string): string =>
  `The connection pooler in DATABASE_URL refuses the parameter ${parameter}. In pgbouncer.ini, set ignore_startup_parameters = statement_timeout, lock_timeout, idle_in_transaction_session_timeout, options. In transaction mode, also set DATABASE_DIRECT_URL to the address of the database itself.`;

type Sentences = Record<string, ((address?: string, port?: number) => string) | undefined>;

const listening: Sentences = {
  EADDRINUSE: (address, port) =>
    `Port ${port} on ${address} is in use. Stop the program that uses it, or set PORT to another one.`,
  EACCES: (_address, port) => `Port ${port} is not allowed for this user. Set PORT to one above 1023.`,
  EADDRNOTAVAIL: (address) => `HOST ${address} is not an address of this machine.`,
};

/** By error code, while connecting to DATABASE_URL: network errors, then PostgreSQL's own. */
const connecting: Sentences = {
  ECONNREFUSED: (address, port) =>
    `No database listens at ${address}:${port}. Start it, or check the address in DATABASE_URL.`,
  ENOTFOUND: () => 'The host name in DATABASE_URL is unknown.',
  EAI_AGAIN: () => 'The host name in DATABASE_URL cannot be looked up now.',
  ETIMEDOUT: () => 'The database does not respond. Check the address in DATABASE_URL.',
  '28P01': () => 'The database rejects the password in DATABASE_URL.',
  '28000': () => 'The database rejects the user in DATABASE_URL.',
  '3D000': () => 'The database in DATABASE_URL does not exist. Create it first.',
  '42501': () =>
    'The role in DATABASE_URL lacks a right that the start needs. docs/operations.md lists the rights.',
};
