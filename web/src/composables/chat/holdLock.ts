/**
 * Takes a lock shared by all tabs of this device. It is held until it is released or this tab is closed.
 * @returns a function that releases the lock; null if another tab holds it
 */
export const holdLock = (name: string): Promise<(() => void) | null> =>
  new Promise((resolve, reject) => {
    navigator.locks
      .request(name, { ifAvailable: true }, (lock) => {
        if (lock !== null) return new Promise<void>((release) => resolve(release));
        resolve(null);
        return undefined;
      })
      .catch(reject);
  });
