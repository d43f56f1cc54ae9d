/** A shorter movement is not a swipe. Pixels. */
const MIN_DISTANCE = 56;

/** The direction of a horizontal swipe; null for a scroll or a movement that is too short. */
export function swipeDirection(
  from: { x: number; y: number },
  to: { x: number; y: number },
): 'forward' | 'back' | null {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  if (Math.abs(dx) < MIN_DISTANCE || Math.abs(dx) < 2 * Math.abs(dy)) return null;
  return dx < 0 ? 'forward' : 'back';
}
