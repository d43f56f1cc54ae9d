/** Shows the progress of a run. */
interface Progress {
  /** @param calls answered so far */
  update(calls: number): void;
  /** Clears the unfinished line. */
  [Symbol.dispose](): void;
}

/** The maximum number of lines in a log, where each line stays. */
const SPARSE_LINES = 10;

/**
 * Rewrites one line on a terminal, and writes occasional lines elsewhere.
 * @param expected number of calls; repairs and retries may add to it
 */
export function progress(stream: NodeJS.WriteStream, expected: number): Progress {
  let linesWritten = 0;
  const line = (calls: number): string => `${calls} of about ${expected} calls answered`;
  return {
    update: (calls) => {
      if (stream.isTTY) stream.write(`\r\u001b[K${line(calls)}`);
      else if (calls >= ((linesWritten + 1) * expected) / SPARSE_LINES) {
        linesWritten = Math.floor((calls * SPARSE_LINES) / expected);
        stream.write(`${line(calls)}\n`);
      }
    },
    [Symbol.dispose]: () => {
      if (stream.isTTY) stream.write('\r\u001b[K');
    },
  };
}
