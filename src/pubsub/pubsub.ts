import type { Feed } from './feed.js';
import type { Topic, Topics } from './topics.js';

/**
 * How commits are told to whoever watches. Publishing never throws and is never awaited: a lost event is healed by the
 * watcher's slow re-read.
 */
export interface Pubsub extends AsyncDisposable {
  /** Call after the commit, never inside it. */
  publish<T extends Topic>(topic: T, event: Topics[T]): void;
  /** Events of one row from now on. The caller closes the feed. */
  subscribe<T extends Topic>(topic: T, id: unknown): Feed<Topics[T]>;
  /** Resolves while events get through, throws otherwise. */
  check(): Promise<void>;
}
