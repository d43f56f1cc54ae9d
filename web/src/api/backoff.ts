const FIRST_MS = 400;
const LONGEST_MS = 8_000;

/**
 * How long to wait before something is tried again by itself, in milliseconds: longer each time, never less than the server
 * wants, and at no two devices the same.
 * @param tries that failed so far, before the last one
 * @param retryAfter seconds that the server named
 */
export const backoff = (tries: number, retryAfter = 0): number =>
  Math.max(Math.min(FIRST_MS * 2 ** tries, LONGEST_MS), retryAfter * 1_000) * (1 + Math.random() / 2);
