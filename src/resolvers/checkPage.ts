import { Cursor } from '@mikro-orm/core';
import { z } from 'zod';
import { AppError } from '../errors.js';

/** What lists are in order of: a time of creation and an id, or a number that counts. */
const positions = {
  TIME: z.tuple([z.iso.datetime({ offset: true }), z.uuid()]),
  NUMBER: z.tuple([z.int32()]),
};

/**
 * What was asked for of a list, as findByCursor takes it.
 * @param asked `first`: 1 to 100; `after`: a cursor of this list, or none
 * @throws AppError BAD_USER_INPUT, also for a cursor that somebody made up
 */
export function checkPage(
  { first, after }: { first: number; after?: string | null },
  by: keyof typeof positions = 'TIME',
): { first: number; after: string | undefined } {
  if (first < 1 || first > 100)
    throw new AppError('BAD_USER_INPUT', 'first: must be 1 to 100', { field: 'first' });
  if (after != null && !positions[by].safeParse(decoded(after)).success)
    throw new AppError('BAD_USER_INPUT', 'after: is not a cursor of this list', { field: 'after' });
  return { first, after: after ?? undefined };
}

function decoded(cursor: string): unknown {
  try {
    return Cursor.decode(cursor);
  } catch {
    return null; // No JSON inside: no cursor either.
  }
}
