/** Bounds of an access token's lifetime (docs: `expiresAt`). */
const MOST_MS = 15 * 60_000;
const LEAST_MS = 5 * 60_000;

/**
 * When a token that was just issued expires by this device's clock. That clock may be wrong by hours: if it
 * is ahead, every token would seem to have expired at once. Where the result is too late, the server rejects
 * the token and it is refreshed then.
 * @param expiresAt by the server's clock
 * @param now by this device's clock, in milliseconds
 */
export const localTokenExpiry = (expiresAt: string, now: number): string =>
  new Date(now + Math.min(Math.max(Date.parse(expiresAt) - now, LEAST_MS), MOST_MS)).toISOString();
