/** @returns null also for text that is not JSON: other programs may have written under our keys */
export function parseStored(text: string | null): unknown {
  try {
    return JSON.parse(text ?? 'null');
  } catch {
    return null;
  }
}

const PROBE = 'mirai.probe';

/**
 * A browser's storage that never throws. What the browser refuses to store, because storage is blocked or
 * full, is kept in memory for as long as the page is open.
 * @param area returns the storage; if storage is blocked, the access alone throws
 */
export function createSafeStorage(area: () => Storage) {
  const inMemory = new Map<string, string>();
  function attempt<Result>(work: (storage: Storage) => Result, fallback: Result): Result {
    try {
      return work(area());
    } catch {
      return fallback;
    }
  }
  return {
    /** @returns null if there is no such key */
    get: (key: string): string | null =>
      inMemory.get(key) ?? attempt((storage) => storage.getItem(key), null),
    /** @returns whether the value outlives the page */
    set(key: string, value: string): boolean {
      const isStored = attempt((storage) => {
        storage.setItem(key, value);
        return true;
      }, false);
      if (isStored) inMemory.delete(key);
      else inMemory.set(key, value);
      return isStored;
    },
    /** Whether values outlive the page. */
    isLasting(): boolean {
      const isStored = this.set(PROBE, PROBE);
      this.remove(PROBE);
      return isStored;
    },
    remove(key: string): void {
      inMemory.delete(key);
      attempt((storage) => storage.removeItem(key), undefined);
    },
    /** All keys with a prefix. */
    keys: (prefix: string): string[] =>
      [...new Set([...attempt(Object.keys, []), ...inMemory.keys()])].filter((key) => key.startsWith(prefix)),
    /**
     * Drops the value in memory of a key (null: of all keys), because another tab has written a newer one.
     */
    dropFromMemory(key: string | null): void {
      if (key === null) inMemory.clear();
      else inMemory.delete(key);
    },
  };
}

/** Storage shared by all tabs of this device. Nothing else in the app uses localStorage. */
export const storage = createSafeStorage(() => localStorage);

addEventListener('storage', ({ key }) => storage.dropFromMemory(key));

/** Storage of this tab, which survives a reload. Nothing else in the app uses sessionStorage. */
export const tabStorage = createSafeStorage(() => sessionStorage);
