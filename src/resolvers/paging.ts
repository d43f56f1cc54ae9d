import { Cursor } from '@mikro-orm/core';
import { z } from 'zod';
import { AppError } from '../errors.js';
import type { PageInfo } from '../schema/PageInfo.js';

/** What a cursor holds, by the order of the list: creation time and id, or a sequence number. */
const positions = {
  TIME: z.tuple([z.iso.datetime({ offset: true }), z.uuid()]),
  NUMBER: z.tuple([z.int32()]),
};

/**
 * Validates paging arguments and returns them as options for findByCursor.
 * @param page `first`: 1 to 100; `after`: a cursor of this list, or none
 * @throws AppError BAD_USER_INPUT, also for a forged cursor
 */
export function parsePageArguments(
  { first, after }: { first: number; after?: string | null },
  by: keyof typeof positions = 'TIME',
): { first: number; after: string | undefined } {
  if (first < 1 || first > 100)
    throw new AppError('BAD_USER_INPUT', 'first: must be 1 to 100', { field: 'first' });
  if (after != null && !positions[by].safeParse(decoded(after)).success)
    throw new AppError('BAD_USER_INPUT', 'after: must be a cursor of this list', { field: 'after' });
  return { first, after: after ?? undefined };
}

function decoded(cursor: string): unknown {
  try {
    return Cursor.decode(cursor);
  } catch {
    return null; // Not JSON, so not a cursor.
  }
}

/** A page as findByCursor returns it. */
interface Page<Item> {
  items: Item[];
  from(item: NoInfer<Item>): string;
  hasNextPage: boolean;
  hasPrevPage: boolean;
  startCursor: string | null;
  endCursor: string | null;
}

/** Turns a page of rows into a Relay connection. @param view maps a row to a node */
export function toConnection<Item, Node>(
  page: Page<Item>,
  view: (item: Item) => Node,
): { edges: { cursor: string; node: Node }[]; pageInfo: PageInfo } {
  const { hasNextPage, hasPrevPage: hasPreviousPage, startCursor, endCursor } = page;
  return {
    edges: page.items.map((item) => ({ cursor: page.from(item), node: view(item) })),
    pageInfo: { hasNextPage, hasPreviousPage, startCursor, endCursor },
  };
}
