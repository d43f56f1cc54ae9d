/** Shorter ways are a finger that slipped. Pixels. */
const SHORTEST = 56;

/** Which way a finger swiped, if it swiped sideways rather than scrolled. */
export function swipeOf(
  from: { x: number; y: number },
  to: { x: number; y: number },
): 'forward' | 'back' | null {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  if (Math.abs(dx) < SHORTEST || Math.abs(dx) < 2 * Math.abs(dy)) return null;
  return dx < 0 ? 'forward' : 'back';
}
