/** @returns null also for text that is not JSON: other programs may have written under our keys */
export function parseStored(text: string | null): unknown {
  try {
    return JSON.parse(text ?? 'null');
  } catch {
    return null;
  }
}

/**
 * A browser's storage that is always there. What the browser refuses to keep (storage is blocked, or full) lives as long as the page.
 * @param area gives the storage; where it is blocked, that alone throws
 */
export function keeping(area: () => Storage) {
  const unkept = new Map<string, string>();
  function tried<Result>(work: (storage: Storage) => Result, otherwise: Result): Result {
    try {
      return work(area());
    } catch {
      return otherwise;
    }
  }
  return {
    /** @returns null where there is nothing */
    get: (key: string): string | null => unkept.get(key) ?? tried((storage) => storage.getItem(key), null),
    /** @returns whether it outlives the page */
    set(key: string, value: string): boolean {
      const isKept = tried((storage) => {
        storage.setItem(key, value);
        return true;
      }, false);
      if (isKept) unkept.delete(key);
      else unkept.set(key, value);
      return isKept;
    },
    remove(key: string): void {
      unkept.delete(key);
      tried((storage) => storage.removeItem(key), undefined);
    },
    /** The keys that begin so. */
    keys: (prefix: string): string[] =>
      [...new Set([...tried(Object.keys, []), ...unkept.keys()])].filter((key) => key.startsWith(prefix)),
    /** Another tab wrote there (null: everywhere), and what it wrote is the newer. */
    yield(key: string | null): void {
      if (key === null) unkept.clear();
      else unkept.delete(key);
    },
  };
}
