interface Listed {
  id: string;
  revision: number;
}

/**
 * Joins the pages of a list, keeping the newest revision of each item. Pages are read at different times, so
 * an item that was added in between can push another from one page to the next, where it appears twice.
 */
export function mergePages<Item extends Listed>(pages: readonly (readonly Item[])[]): Item[] {
  const joined = new Map<string, Item>();
  for (const item of pages.flat()) {
    const known = joined.get(item.id);
    if (known === undefined || item.revision > known.revision) joined.set(item.id, item);
  }
  return [...joined.values()];
}
