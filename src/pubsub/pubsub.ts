import type { Feed } from './feed.js';

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

/** A hint that a row changed. Subscribers read its state from the database. */
export interface RowChangedEvent {
  id: string;
  /** The row's revision after the commit. */
  revision: number;
}

/**
 * A hint that a reply grew. The only event with content, because a read for every piece would load the
 * database. The text is already stored, so a subscriber that misses an event reads it from there.
 */
export interface ReplyGrewEvent {
  id: string;
  /** Offset of `text` in the reply, in UTF-16 units. */
  start: number;
  text: string;
  status: 'STREAMING' | 'COMPLETE' | 'STOPPED' | 'FAILED';
}

/** Every topic and its event. Events are hints that may be lost; the database holds the truth. */
export interface Topics {
  surveyProgressed: RowChangedEvent;
  personaChanged: RowChangedEvent;
  sessionRevoked: RowChangedEvent;
  conversationChanged: RowChangedEvent;
  replyGrew: ReplyGrewEvent;
  replyStopped: RowChangedEvent;
}

export type Topic = keyof Topics;

/** Name of the channel for one row's events. */
export const channelOf = (topic: string, id: unknown): string => `mirai:${topic}:${String(id)}`;
