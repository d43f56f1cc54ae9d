import { randomBytes } from 'node:crypto';
import { notFound } from '../errors.js';

/**
 * Whether a string has the form of a slug or receipt. Any other string is rejected without a database query.
 */
export const isOpaqueToken = (value: string): boolean => /^[\w-]{1,64}$/.test(value);

/** The last part of a link: 128 random bits, which cannot be guessed. */
export const randomSlug = (): string => randomBytes(16).toString('base64url');

const UUID = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i;

/** Whether a string has the form of an id. */
export const isUuid = (value: string): boolean => value.length === 36 && UUID.test(value);

/**
 * Rejects an id that cannot exist before it reaches the database, which would fail on it.
 * @throws AppError NOT_FOUND
 */
export function assertUuid(id: string): void {
  if (!isUuid(id)) throw notFound();
}
