import type { Logger } from 'pino';

/** Without a hint the row is read again after this time, so that a lost event causes a delay but no loss. */
const REREAD_EVERY_MS = 5_000;

/** Hints that a row changed. The part of Feed that `follow` uses. */
interface Hints {
  ready: Promise<void>;
  nextWithin(milliseconds: number): Promise<{ revision: number } | null | undefined>;
  close(): void;
}

/**
 * The states of one row, live: subscribes first, then yields the current state, then later ones. Revisions
 * only rise, and short-lived states may be skipped. Ends when the row is deleted.
 *
 * @param feed hints that the row changed; closed by this function
 * @param read returns the states newer than `after`, oldest first; `null` once the row is deleted
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
        if (!(await waitForChange(feed, seen))) return;
        fresh = await readAgain(read, seen, log);
      }
    } finally {
      feed.close();
    }
  }
  const source = states();
  return {
    next: () => source.next(),
    // A generator that is waiting does not react to return(). Closing the feed ends the wait.
    return() {
      feed.close();
      return source.return(undefined);
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}

/** Waits for a hint of a newer revision or for the next scheduled re-read. False once the feed is closed. */
async function waitForChange(feed: Hints, seen: number): Promise<boolean> {
  // With jitter, so that a thousand subscribers that lost Redis together do not read at the same moment.
  const rereadAfter = REREAD_EVERY_MS * (0.75 + Math.random() / 2);
  for (;;) {
    const hint = await feed.nextWithin(rereadAfter);
    if (hint === undefined) return false;
    if (hint === null || hint.revision > seen) return true;
  }
}

/** A database error does not end a running subscription. The next re-read makes up for it. */
async function readAgain<T>(
  read: (after: number) => Promise<T[] | null>,
  seen: number,
  log: Logger,
): Promise<T[] | null> {
  try {
    return await read(seen);
  } catch (error) {
    log.warn({ error }, 'subscription read failed');
    return [];
  }
}
