import { hasCode } from '../database/hasCode.js';
import { notFound } from '../errors.js';

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
