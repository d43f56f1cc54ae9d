import { hasCode } from '../database/hasCode.js';
import { notFound } from '../errors.js';

/** PostgreSQL's foreign_key_violation: what the new row names is gone. */
const FOREIGN_KEY_VIOLATION = '23503';

/**
 * For the catch of a transaction: what was there when it was looked up may be deleted before a row names it.
 * The code is asked for and not the class, which the query builder's errors do not have.
 * @throws AppError NOT_FOUND, or the error itself
 */
export function deletedMeanwhile(error: unknown): never {
  throw hasCode(error, FOREIGN_KEY_VIOLATION) ? notFound() : error;
}
