const LONGEST_S = 15;

/**
 * How long to wait before a message is sent again, in milliseconds.
 * @param tries how often it was sent so far
 * @param retryAfter seconds that the server named
 */
export const messageRetryDelay = (tries: number, retryAfter?: number): number =>
  1_000 * Math.min(Math.max(retryAfter ?? 0, 2 ** (tries - 1)), LONGEST_S);
