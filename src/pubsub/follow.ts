import type { Logger } from 'pino';
import { type EventSource, liveIterator } from './liveIterator.js';
import type { SharedStates } from './sharedStates.js';

/** Hints that a row changed. */
type Hints = EventSource<{ revision: number }>;

/**
 * The states of one row, live: yields the current state, then later ones. Revisions only rise, and short-lived
 * states may be skipped. Ends when the row is deleted.
 *
 * @param feed hints that the row changed, opened before `current` was read; closed by this function
 * @param current what was read last
 * @param states the row, as all subscribers like this one see it
 */
export function follow<T extends { revision: number }>(
  feed: Hints,
  current: T,
  states: Pick<SharedStates<T>, 'fresh' | 'from'>,
  log: Logger,
): AsyncIterableIterator<T> {
  async function* all(): AsyncGenerator<T> {
    try {
      let seen = -1;
      let fresh: T[] | null = [current];
      while (fresh !== null) {
        for (const state of fresh) {
          if (state.revision <= seen) continue;
          seen = state.revision;
          yield state;
        }
        const hint = await nextNewer(feed, seen);
        if (hint === undefined) return;
        fresh = await readAgain(() => (hint === null ? states.fresh() : states.from(hint.revision)), log);
      }
    } finally {
      feed.close();
    }
  }
  return liveIterator(feed, all());
}

/** The next hint of a revision after `seen`; null if the row must be read; undefined once the feed is closed. */
async function nextNewer(feed: Hints, seen: number): Promise<{ revision: number } | null | undefined> {
  for (;;) {
    const hint = await feed.next();
    if (hint === undefined || hint === null || hint.revision > seen) return hint;
  }
}

/** A database error does not end a running subscription. The next hint makes up for it. */
async function readAgain<T>(read: () => Promise<T[] | null>, log: Logger): Promise<T[] | null> {
  try {
    return await read();
  } catch (error) {
    log.warn({ error }, 'subscription read failed');
    return [];
  }
}
