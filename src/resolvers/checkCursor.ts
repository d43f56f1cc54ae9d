import { Cursor } from '@mikro-orm/core';
import { z } from 'zod';
import { AppError } from '../errors.js';

const position = z.tuple([z.iso.datetime({ offset: true }), z.uuid()]);

/** Whether this is a cursor of ours: a time of creation and an id. @throws AppError BAD_USER_INPUT for one that somebody made up */
export function checkCursor(after: string | undefined): void {
  if (after === undefined || position.safeParse(decoded(after)).success) return;
  throw new AppError('BAD_USER_INPUT', 'after: is not a cursor of this list', { field: 'after' });
}

function decoded(cursor: string): unknown {
  try {
    return Cursor.decode(cursor);
  } catch {
    return null; // No JSON inside: no cursor either.
  }
}
