interface Listed {
  id: string;
  revision: number;
}

/**
 * Pages of a list as one list, each thing once and as it is now. Pages are read at different times: what was added meanwhile
 * pushes others from one page to the next.
 */
export function joinPages<Item extends Listed>(pages: readonly (readonly Item[])[]): Item[] {
  const joined = new Map<string, Item>();
  for (const item of pages.flat()) {
    const known = joined.get(item.id);
    if (known === undefined || item.revision > known.revision) joined.set(item.id, item);
  }
  return [...joined.values()];
}
