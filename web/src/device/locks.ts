/**
 * Locks shared by the tabs of this device. Browsers have none on pages served over plain HTTP; there, a lock holds
 * within its tab. That two tabs do the same then does no harm: the server answers a refresh token that is used twice
 * at once with the same tokens, and takes a message once.
 */
export const locks = {
  /** Does the work when no one else holds the lock. */
  async during<Result>(name: string, work: () => Promise<Result>): Promise<Result> {
    const shared = sharedLocks();
    if (shared !== undefined) return shared.request(name, work);
    const before = queues.get(name) ?? Promise.resolve();
    const mine = before.then(work, work);
    queues.set(name, mine);
    return mine;
  },
  /**
   * Takes a lock that is held until it is released or this tab is closed.
   * @returns a function that releases the lock; null if another tab holds it
   */
  hold(name: string): Promise<(() => void) | null> {
    const shared = sharedLocks();
    if (shared === undefined) return Promise.resolve(holdHere(name));
    return new Promise((resolve, reject) => {
      shared
        .request(name, { ifAvailable: true }, (lock) => {
          if (lock !== null) return new Promise<void>((release) => resolve(release));
          resolve(null);
          return undefined;
        })
        .catch(reject);
    });
  },
};

/** The type says that they always exist. */
const sharedLocks = (): LockManager | undefined => navigator.locks;

const queues = new Map<string, Promise<unknown>>();
const held = new Set<string>();

function holdHere(name: string): (() => void) | null {
  if (held.has(name)) return null;
  held.add(name);
  return () => void held.delete(name);
}
