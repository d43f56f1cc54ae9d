const PER_SECOND = 20;
const BURST = 40;

/**
 * Token bucket for the messages of one socket: 20 per second, bursts of 40.
 * @param now monotonic clock in milliseconds
 * @returns takes one message from the budget, or returns false if it is used up
 */
export function createMessageRateLimit(now: () => number = () => performance.now()): () => boolean {
  let tokens = BURST;
  let refilledAt = now();
  return () => {
    const time = now();
    tokens = Math.min(BURST, tokens + ((time - refilledAt) / 1_000) * PER_SECOND);
    refilledAt = time;
    if (tokens < 1) return false;
    tokens -= 1;
    return true;
  };
}
