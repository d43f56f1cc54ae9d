const FIRST_MS = 400;
const LONGEST_MS = 8_000;

/**
 * How long to wait before an automatic retry, in milliseconds. The wait grows with each failure, is never
 * shorter than the server asks for, and differs between devices.
 * @param tries failed attempts so far, not counting the last one
 * @param retryAfter seconds that the server named
 */
export const backoff = (tries: number, retryAfter = 0): number =>
  Math.max(Math.min(FIRST_MS * 2 ** tries, LONGEST_MS), retryAfter * 1_000) * (1 + Math.random() / 2);

/** @param milliseconds 0 only lets the browser do other work first */
export const sleep = (milliseconds = 0): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

/**
 * A wait that can be cut short by calling `end`.
 * @param endsOnline whether the wait also ends when the device comes back online
 */
export function interruptibleWait(
  milliseconds: number,
  endsOnline = false,
): { ended: Promise<void>; end: () => void } {
  let end = (): void => {};
  const ended = new Promise<void>((resolve) => {
    end = () => {
      clearTimeout(timer);
      if (endsOnline) removeEventListener('online', end);
      resolve();
    };
    const timer = setTimeout(end, milliseconds);
    if (endsOnline) addEventListener('online', end);
  });
  return { ended, end };
}
