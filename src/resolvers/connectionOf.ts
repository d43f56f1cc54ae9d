import type { PageInfo } from '../schema/PageInfo.js';

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
