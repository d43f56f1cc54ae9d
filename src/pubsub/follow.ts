import type { Logger } from 'pino';

/** A watcher reads again after this long without a hint, so that a lost event is late and never lost. */
const HEAL_EVERY_MS = 5_000;

/** Word that a row changed: what a Feed is to its follower. */
interface Hints {
  ready: Promise<void>;
  nextWithin(milliseconds: number): Promise<{ revision: number } | null | undefined>;
  close(): void;
}

/**
 * The states of one row, live: subscribes first, then gives the state at this moment, then every later one.
 * Revisions only rise; states that passed quickly may be skipped. Ends when the row is gone.
 *
 * @param feed hints that the row changed; closed by this function
 * @param read the states newer than `after`, oldest first; `null` once the row is gone
 */
export function follow<T extends { revision: number }>(
  feed: Hints,
  read: (after: number) => Promise<T[] | null>,
  log: Logger,
): AsyncIterableIterator<T> {
  async function* states(): AsyncGenerator<T> {
    try {
      await feed.ready;
      let seen = -1;
      let fresh = await read(seen);
      while (fresh !== null) {
        for (const state of fresh) {
          if (state.revision <= seen) continue;
          seen = state.revision;
          yield state;
        }
        if (!(await somethingNew(feed, seen))) return;
        fresh = await readAgain(read, seen, log);
      }
    } finally {
      feed.close();
    }
  }
  const source = states();
  return {
    next: () => source.next(),
    // A generator does not hear return() while it waits: closing the feed is what ends the wait.
    return() {
      feed.close();
      return source.return(undefined);
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}

/** Waits for a hint that is news, or for the time to heal. False once the feed is closed. */
async function somethingNew(feed: Hints, seen: number): Promise<boolean> {
  // Spread, so that a thousand watchers that lost Redis together do not read together.
  const healAfter = HEAL_EVERY_MS * (0.75 + Math.random() / 2);
  for (;;) {
    const hint = await feed.nextWithin(healAfter);
    if (hint === undefined) return false;
    if (hint === null || hint.revision > seen) return true;
  }
}

/** A database that hiccups does not end a subscription that already runs: the next re-read makes up for it. */
async function readAgain<T>(
  read: (after: number) => Promise<T[] | null>,
  seen: number,
  log: Logger,
): Promise<T[] | null> {
  try {
    return await read(seen);
  } catch (error) {
    log.warn({ error }, 'a live view could not be read; it is tried again');
    return [];
  }
}
