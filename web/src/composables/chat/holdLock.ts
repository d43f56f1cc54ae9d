/**
 * Holds a name among all tabs of this device until it is released, or this tab is gone.
 * @returns what releases it; null while another tab holds it
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
