/** The events of one row for one subscriber. The part of Feed that a subscription uses. */
export interface EventSource<T> {
  ready: Promise<void>;
  next(): Promise<T | null | undefined>;
  nextWithin(milliseconds: number): Promise<T | null | undefined>;
  close(): void;
}

/**
 * Makes return() end a generator that waits for the events of a feed. A waiting generator does not react to
 * return() by itself, but closing the feed ends the wait.
 */
export const liveIterator = <T>(
  feed: EventSource<unknown>,
  source: AsyncGenerator<T>,
): AsyncIterableIterator<T> => ({
  next: () => source.next(),
  return() {
    feed.close();
    return source.return(undefined);
  },
  [Symbol.asyncIterator]() {
    return this;
  },
});

/** Spreads an interval, so that a thousand subscribers that lost Redis together do not read at one moment. */
export const withJitter = (milliseconds: number): number => milliseconds * (0.75 + Math.random() / 2);
