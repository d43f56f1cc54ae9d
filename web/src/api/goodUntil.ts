/** An access token lasts no longer (docs: `expiresAt`), and no shorter. */
const MOST_MS = 15 * 60_000;
const LEAST_MS = 5 * 60_000;

/**
 * Until when a token that has just come is good, by this device's clock, which may be wrong by hours: ahead, every token would
 * seem to be over at once. Where this guesses too long, the server does not take the token, and it is refreshed then.
 * @param expiresAt by the server's clock
 * @param now by this device's, in milliseconds
 */
export const goodUntil = (expiresAt: string, now: number): string =>
  new Date(now + Math.min(Math.max(Date.parse(expiresAt) - now, LEAST_MS), MOST_MS)).toISOString();
