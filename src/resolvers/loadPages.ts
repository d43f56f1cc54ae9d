import type { Context } from '../context.js';
import { batchLoad } from './batchLoad.js';
import type { Page } from './paging.js';

/** Which page of a user's list. */
export interface PageOf {
  userId: string;
  first: number;
  after: string | undefined;
}

/** The beginning of a page: what a smaller one after the same cursor would hold. */
function cut<Item>(page: Page<Item>, first: number): Page<Item> {
  if (page.items.length <= first) return page;
  const items = page.items.slice(0, first);
  const last = items.at(-1);
  const endCursor = last === undefined ? null : page.from(last);
  const { hasPrevPage, startCursor } = page;
  return { items, from: (item) => page.from(item), hasNextPage: true, hasPrevPage, startCursor, endCursor };
}

/**
 * Makes a loader for a user's list. Pages that one request asks for under several names are read together: those
 * after the same cursor as one, and what is selected in all of them with one statement for each level.
 * @param read reads one page
 */
export function loadPages<Item>(
  read: (ctx: Context, page: PageOf) => Promise<Page<Item>>,
): (ctx: Context, page: PageOf) => Promise<Page<Item>> {
  const load = batchLoad(async (ctx, keys) => {
    const wanted = keys.map((key) => ({ key, ...(JSON.parse(key) as PageOf) }));
    const groups = Map.groupBy(wanted, ({ userId, after }) => JSON.stringify([userId, after]));
    const pages = await Promise.all(
      [...groups.values()].map(async (group) => {
        const largest = group.reduce((one, other) => (other.first > one.first ? other : one));
        const page = await read(ctx, largest);
        return group.map(({ key, first }) => [key, cut(page, first)] as const);
      }),
    );
    return new Map(pages.flat());
  });
  return async (ctx, page) => {
    const loaded = await load(ctx, JSON.stringify(page));
    if (loaded === undefined) throw new Error('The page was not read.');
    return loaded;
  };
}
