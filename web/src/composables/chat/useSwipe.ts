import { swipeDirection } from '../../talking/swipeOf';

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
