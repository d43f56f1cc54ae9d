/**
 * Event handlers of an element that can be swiped by a finger. A mouse selects text instead.
 * @param onSwipe called with `1` for forward, `-1` for back
 */
export function useSwipe(onSwipe: (direction: 1 | -1) => void) {
  let from: { x: number; y: number } | null = null;
  return {
    pointerdown(event: PointerEvent): void {
      from = event.pointerType === 'touch' && event.isPrimary ? { x: event.clientX, y: event.clientY } : null;
    },
    pointerup(event: PointerEvent): void {
      const swipe = from && swipeDirection(from, { x: event.clientX, y: event.clientY });
      from = null;
      if (swipe) onSwipe(swipe === 'forward' ? 1 : -1);
    },
    pointercancel(): void {
      from = null;
    },
  };
}

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
