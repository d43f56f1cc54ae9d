import type { Feed } from './feed.js';
import type { Topic, Topics } from './topics.js';

/**
 * Publishes events about commits to subscribers. Publishing never throws and is never awaited. Subscribers
 * recover from a lost event with a periodic re-read.
 */
export interface Pubsub extends AsyncDisposable {
  /** Call after the commit, never within the transaction. */
  publish<T extends Topic>(topic: T, event: Topics[T]): void;
  /** The events of one row from now on. The caller closes the feed. */
  subscribe<T extends Topic>(topic: T, id: unknown): Feed<Topics[T]>;
  /** Resolves if events can be delivered, throws otherwise. */
  check(): Promise<void>;
}
