/** Where a run is, for somebody who waits. */
export interface Progress {
  /** @param calls answered so far */
  tell(calls: number): void;
  /** Leaves no half-written line behind. */
  [Symbol.dispose](): void;
}

/** In a log each line stays: so many in all. */
const SPARSE_LINES = 10;

/**
 * One line that is rewritten on a terminal, a line now and then elsewhere.
 * @param expected calls; repairs and retries may add to them
 */
export function progress(stream: NodeJS.WriteStream, expected: number): Progress {
  let told = 0;
  const line = (calls: number): string => `${calls} of about ${expected} calls answered`;
  return {
    tell: (calls) => {
      if (stream.isTTY) stream.write(`\r\u001b[K${line(calls)}`);
      else if (calls >= ((told + 1) * expected) / SPARSE_LINES) {
        told = Math.floor((calls * SPARSE_LINES) / expected);
        stream.write(`${line(calls)}\n`);
      }
    },
    [Symbol.dispose]: () => {
      if (stream.isTTY) stream.write('\r\u001b[K');
    },
  };
}
