import { codeOf, hasCode } from '../database/hasCode.js';

/** Node's codes for a failed or broken connection, and PostgreSQL's codes for temporary conditions. */
const UNAVAILABLE = [
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'EPIPE',
  'ETIMEDOUT',
  '40001', // serialization_failure
  '40P01', // deadlock_detected
  '53300', // too_many_connections
  '55P03', // lock_not_available
  '57014', // query_canceled: statement_timeout
  '57P01', // admin_shutdown
  '57P02', // crash_shutdown
  '57P03', // cannot_connect_now
];

/** Errors for which node-postgres has no code. */
const MESSAGES =
  /timeout exceeded when trying to connect|^Connection terminated|^Connection ended|not queryable|after calling end on the pool/;

/** Whether an error or one of its causes says that the database is unreachable or temporarily unavailable. */
export function isDatabaseUnavailable(error: unknown, depth = 0): boolean {
  if (!(error instanceof Error) || depth > 5) return false;
  if (hasCode(error, ...UNAVAILABLE) || /^08[0-9A-Z]{3}$/.test(String(codeOf(error)))) return true;
  if (error.name === 'ConnectionException' || MESSAGES.test(error.message)) return true;
  const causes = [error.cause, 'originalError' in error ? error.originalError : undefined];
  if (error instanceof AggregateError) causes.push(...(error.errors as unknown[]));
  return causes.some((next) => isDatabaseUnavailable(next, depth + 1));
}
