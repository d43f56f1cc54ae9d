import { notFound } from './errors.js';

/** The `code` of a system, PostgreSQL or child process error, such as 'ENOENT', '57P03' or 1. */
function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}

/** Whether a thrown value is an error with one of these codes. */
export function hasCode(error: unknown, ...codes: (string | number)[]): boolean {
  return codes.some((code) => code === codeOf(error));
}

/** PostgreSQL's foreign_key_violation: the row that a new row refers to is gone. */
const FOREIGN_KEY_VIOLATION = '23503';

/**
 * For the `catch` of a transaction: a row that was found may be deleted before another row refers to it.
 * Tests the code and not the class, because errors from the query builder do not have that class.
 * @throws AppError NOT_FOUND, or the error itself
 */
export function foreignKeyToNotFound(error: unknown): never {
  throw hasCode(error, FOREIGN_KEY_VIOLATION) ? notFound() : error;
}

/**
 * Whether PostgreSQL rolled a transaction back because of another one: it was serialized after it, deadlocked with it
 * or waited too long for its lock.
 */
export const isConflict = (error: unknown): boolean => hasCode(error, '40001', '40P01', '55P03');

/** Whether a transaction waited too long for another one's lock. */
export const isLockTimeout = (error: unknown): boolean => hasCode(error, '55P03');

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
  '25006', // read_only_sql_transaction: the server was demoted to a standby
  '25P03', // idle_in_transaction_session_timeout
  '53100', // disk_full
  '53200', // out_of_memory
  '53300', // too_many_connections
  '55P03', // lock_not_available
  '57014', // query_canceled: statement_timeout
  '57P01', // admin_shutdown
  '57P02', // crash_shutdown
  '57P03', // cannot_connect_now
];

/** Errors for which node-postgres has no code. */
const MESSAGES =
  /timeout exceeded when trying to connect|^Connection terminated|^Connection ended|not queryable|^Query read timeout|after calling end on the pool/;

/** Whether an error or one of its causes says that the database is unreachable or temporarily unavailable. */
export function isDatabaseUnavailable(error: unknown, depth = 0): boolean {
  if (!(error instanceof Error) || depth > 5) return false;
  if (hasCode(error, ...UNAVAILABLE) || /^08[0-9A-Z]{3}$/.test(String(codeOf(error)))) return true;
  if (error.name === 'ConnectionException' || MESSAGES.test(error.message)) return true;
  const causes = [error.cause, 'originalError' in error ? error.originalError : undefined];
  if (error instanceof AggregateError) causes.push(...(error.errors as unknown[]));
  return causes.some((next) => isDatabaseUnavailable(next, depth + 1));
}
