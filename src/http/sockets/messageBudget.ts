const PER_SECOND = 20;
const BURST = 40;

/**
 * How many messages a socket may still send: 20 a second, 40 at once.
 * @param now milliseconds of a clock that never goes back
 * @returns takes one; false when there is none left
 */
export function messageBudget(now: () => number = () => performance.now()): () => boolean {
  let left = BURST;
  let counted = now();
  return () => {
    const moment = now();
    left = Math.min(BURST, left + ((moment - counted) / 1_000) * PER_SECOND);
    counted = moment;
    if (left < 1) return false;
    left -= 1;
    return true;
  };
}
