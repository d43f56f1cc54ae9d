/** A look at the row is due, though no event says what changed. */
const LOOK = null;

/**
 * The events of one row for one watcher. Holds one event at the most: what a slow watcher did not take is merged with
 * what came after it, so a watcher that never reads costs the same as one that does.
 */
export class Feed<T> {
  #held: T | typeof LOOK | undefined;
  #waiting: ((event: T | typeof LOOK | undefined) => void) | undefined;
  #closed = false;

  /**
   * @param merge one event in place of two
   * @param ready settles when events are sure to arrive; a snapshot read after it misses nothing
   * @param onClose ends the subscription behind the feed
   */
  constructor(
    private readonly merge: (held: T, next: T) => T,
    readonly ready: Promise<void>,
    private readonly onClose: () => void,
  ) {}

  push(event: T): void {
    if (this.#closed) return;
    if (this.#waiting !== undefined) this.#answer(event);
    // A look that is due sees what this event tells, and more.
    else if (this.#held === undefined) this.#held = event;
    else if (this.#held !== LOOK) this.#held = this.merge(this.#held, event);
  }

  /** Something may have been missed: makes the watcher look. */
  nudge(): void {
    if (this.#closed) return;
    if (this.#waiting !== undefined) this.#answer(LOOK);
    else this.#held = LOOK;
  }

  /** The next event; `null` after `milliseconds` without one, or when a look is due; `undefined` once closed. One caller at a time. */
  async nextWithin(milliseconds: number): Promise<T | null | undefined> {
    if (this.#held !== undefined) {
      const event = this.#held;
      this.#held = undefined;
      return event;
    }
    if (this.#closed) return undefined;
    return new Promise((resolve) => {
      const timer = setTimeout(() => this.#answer(LOOK), milliseconds);
      this.#waiting = (event) => {
        clearTimeout(timer);
        resolve(event);
      };
    });
  }

  /** Ends the feed at once, also for a reader that is waiting. Safe to call twice. */
  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#held = undefined;
    this.#answer(undefined);
    this.onClose();
  }

  #answer(event: T | typeof LOOK | undefined): void {
    const take = this.#waiting;
    this.#waiting = undefined;
    take?.(event);
  }
}
