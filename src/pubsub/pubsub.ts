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
  dataExportChanged: RowChangedEvent;
  conversationChanged: RowChangedEvent;
  /** By the id of the inbox's owner. */
  inboxChanged: RowChangedEvent;
  replyGrew: ReplyGrewEvent;
  replyStopped: RowChangedEvent;
}

export type Topic = keyof Topics;

/** Name of the channel for one row's events. */
export const channelOf = (topic: string, id: unknown): string => `mirai:${topic}:${String(id)}`;

/** The subscriber should read the row again although no event says what changed. */
const REREAD = null;

/**
 * The events of one row for one subscriber. Holds at most one event: an event that was not taken is merged
 * with the next, so a subscriber that never reads uses no more memory than one that does.
 */
export class Feed<T> {
  #held: T | typeof REREAD | undefined;
  #waiting: ((event: T | typeof REREAD | undefined) => void) | undefined;
  #closed = false;
  readonly #over = Promise.withResolvers<void>();
  /** Resolves when the feed is closed. */
  readonly closed: Promise<void> = this.#over.promise;

  /**
   * @param merge combines two events into one
   * @param ready settles when events are certain to arrive, so that a snapshot read afterwards misses nothing
   * @param onClose ends the subscription behind the feed
   */
  constructor(
    private readonly merge: (held: T, next: T) => T,
    readonly ready: Promise<void>,
    private readonly onClose: () => void,
  ) {}

  push(event: T): void {
    if (this.#closed) return;
    if (this.#waiting !== undefined) this.#deliver(event);
    // A pending re-read covers this event as well.
    else if (this.#held === undefined) this.#held = event;
    else if (this.#held !== REREAD) this.#held = this.merge(this.#held, event);
  }

  /** Makes the subscriber read the row again, because an event may have been missed. */
  requestReread(): void {
    if (this.#closed) return;
    if (this.#waiting !== undefined) this.#deliver(REREAD);
    else this.#held = REREAD;
  }

  /** The next event; `null` when a re-read is due; `undefined` once closed. One caller at a time. */
  async next(): Promise<T | null | undefined> {
    if (this.#held !== undefined) {
      const event = this.#held;
      this.#held = undefined;
      return event;
    }
    if (this.#closed) return undefined;
    return new Promise((resolve) => {
      this.#waiting = resolve;
    });
  }

  /** Like `next`, and `null` after `milliseconds` without an event. */
  async nextWithin(milliseconds: number): Promise<T | null | undefined> {
    const next = this.next();
    const timer = setTimeout(() => {
      if (this.#waiting !== undefined) this.#deliver(REREAD);
    }, milliseconds);
    return next.finally(() => clearTimeout(timer));
  }

  /** Ends the feed at once, also for a waiting reader. Safe to call twice. */
  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#held = undefined;
    this.#deliver(undefined);
    this.#over.resolve();
    this.onClose();
  }

  #deliver(event: T | typeof REREAD | undefined): void {
    const take = this.#waiting;
    this.#waiting = undefined;
    take?.(event);
  }
}
