import { Cursor } from '@mikro-orm/core';
import { z } from 'zod';
import { isUuid } from '../access/identifiers.js';
import { AppError } from '../errors.js';
import { MAX_PAGE } from '../queryCost.js';
import type { PageInfo } from '../schema/PageInfo.js';

/**
 * What a cursor holds, by the order of the list: creation time and id, or a sequence number. The exact form in
 * which this server writes it: PostgreSQL would fail on some other times, such as one of the year 0.
 */
const positions = {
  TIME: z.tuple([z.iso.datetime({ precision: 3 }).startsWith('2'), z.string().refine(isUuid)]),
  NUMBER: z.tuple([z.int32().positive()]),
};

/** Longer than any cursor of this server, and the characters of base64url. */
const CURSOR = /^[\w-]{1,200}$/;

/**
 * Validates paging arguments and returns them as options for findByCursor, which then counts no total.
 * @param page `first`: 1 to 100; `after`: a cursor of this list, or none
 * @throws AppError BAD_USER_INPUT, also for a forged cursor
 */
export function parsePageArguments(
  { first, after }: { first: number; after?: string | null },
  by: keyof typeof positions = 'TIME',
): { first: number; after: string | undefined; includeCount: false } {
  if (first < 1 || first > MAX_PAGE)
    throw new AppError('BAD_USER_INPUT', 'first: must be 1 to 100', { field: 'first' });
  if (after != null && !positions[by].safeParse(decoded(after)).success)
    throw new AppError('BAD_USER_INPUT', 'after: must be a cursor of this list', { field: 'after' });
  return { first, after: after ?? undefined, includeCount: false };
}

function decoded(cursor: string): unknown {
  if (!CURSOR.test(cursor)) return null;
  try {
    return Cursor.decode(cursor);
  } catch {
    return null; // Not JSON, so not a cursor.
  }
}

/** A page as findByCursor returns it. */
export interface Page<Item> {
  readonly items: Item[];
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
