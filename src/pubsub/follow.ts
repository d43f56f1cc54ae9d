import type { Logger } from 'pino';
import { type EventSource, liveIterator, withJitter } from './liveIterator.js';

/** Without a hint the row is read again after this time, so that a lost event causes a delay but no loss. */
const REREAD_EVERY_MS = 5_000;

/** Hints that a row changed. */
type Hints = EventSource<{ revision: number }>;

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
  return liveIterator(feed, states());
}

/** Waits for a hint of a newer revision or for the next scheduled re-read. False once the feed is closed. */
async function waitForChange(feed: Hints, seen: number): Promise<boolean> {
  const rereadAfter = withJitter(REREAD_EVERY_MS);
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
