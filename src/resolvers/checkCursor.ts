import { Cursor } from '@mikro-orm/core';
import { z } from 'zod';
import { AppError } from '../errors.js';

/** What lists are in order of: a time of creation and an id, or a number that counts. */
const positions = {
  TIME: z.tuple([z.iso.datetime({ offset: true }), z.uuid()]),
  NUMBER: z.tuple([z.int32()]),
};

/** Whether this is a cursor of ours. @throws AppError BAD_USER_INPUT for one that somebody made up */
export function checkCursor(after: string | undefined, by: keyof typeof positions = 'TIME'): void {
  if (after === undefined || positions[by].safeParse(decoded(after)).success) return;
  throw new AppError('BAD_USER_INPUT', 'after: is not a cursor of this list', { field: 'after' });
}

function decoded(cursor: string): unknown {
  try {
    return Cursor.decode(cursor);
  } catch {
    return null; // No JSON inside: no cursor either.
  }
}
