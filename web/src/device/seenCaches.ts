/** Beginning of the names of the caches that hold what a person has seen. The rest is the id of the account. */
const PREFIX = 'mirai.seen.';

/** What signed-in people have seen, for when they are offline. Each account has a cache of its own. */
export const seenCaches = {
  /** Undefined where the browser has no such storage. */
  of: async (account: string): Promise<Cache | undefined> =>
    'caches' in globalThis ? caches.open(PREFIX + account) : undefined,
  /** Removes what everyone else has seen. @param account undefined if no one is signed in */
  async keepOnly(account: string | undefined): Promise<void> {
    if (!('caches' in globalThis)) return;
    const others = (await caches.keys()).filter(
      (name) => name.startsWith(PREFIX) && name !== PREFIX + account,
    );
    await Promise.all(others.map((name) => caches.delete(name)));
  },
};
