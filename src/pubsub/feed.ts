/**
 * The events of one row for one watcher. Holds one event at the most: what a slow watcher did not take is replaced by
 * what came after it, so a watcher that never reads costs the same as one that does.
 */
export class Feed<T extends { revision: number }> implements AsyncIterableIterator<T> {
  #latest: T | undefined;
  #waiting: ((result: IteratorResult<T>) => void) | undefined;
  #closed = false;

  /**
   * @param ready settles when events are sure to arrive; a snapshot read after it misses nothing
   * @param onClose ends the subscription behind the feed
   */
  constructor(
    readonly ready: Promise<void>,
    private readonly onClose: () => void,
  ) {}

  push(event: T): void {
    if (this.#closed) return;
    if (this.#waiting === undefined) {
      // Events of different commits may overtake each other: the newest news stays.
      if (this.#latest === undefined || this.#latest.revision <= event.revision) this.#latest = event;
      return;
    }
    const take = this.#waiting;
    this.#waiting = undefined;
    take({ done: false, value: event });
  }

  next(): Promise<IteratorResult<T>> {
    if (this.#latest !== undefined) {
      const value = this.#latest;
      this.#latest = undefined;
      return Promise.resolve({ done: false, value });
    }
    if (this.#closed) return Promise.resolve({ done: true, value: undefined });
    return new Promise((resolve) => {
      this.#waiting = resolve;
    });
  }

  /** The next event, `null` after `milliseconds` without one, `undefined` once closed. */
  async nextWithin(milliseconds: number): Promise<T | null | undefined> {
    let timer: NodeJS.Timeout | undefined;
    const timeout = new Promise<null>((resolve) => {
      timer = setTimeout(() => {
        this.#waiting = undefined;
        resolve(null);
      }, milliseconds);
    });
    const result = await Promise.race([this.next(), timeout]);
    clearTimeout(timer);
    return result === null ? null : result.done ? undefined : result.value;
  }

  /** Ends the feed at once, also for a reader that is waiting. Safe to call twice. */
  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#latest = undefined;
    this.#waiting?.({ done: true, value: undefined });
    this.#waiting = undefined;
    this.onClose();
  }

  return(): Promise<IteratorResult<T>> {
    this.close();
    return Promise.resolve({ done: true, value: undefined });
  }

  [Symbol.asyncIterator](): this {
    return this;
  }
}
