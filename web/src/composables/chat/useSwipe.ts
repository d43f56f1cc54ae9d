import { swipeOf } from '../../talking/swipeOf';

/** Handlers of a thing that can be swiped by a finger; a mouse selects text. @param onSwipe `1` forward, `-1` back */
export function useSwipe(onSwipe: (way: 1 | -1) => void) {
  let from: { x: number; y: number } | null = null;
  return {
    pointerdown(event: PointerEvent): void {
      from = event.pointerType === 'touch' && event.isPrimary ? { x: event.clientX, y: event.clientY } : null;
    },
    pointerup(event: PointerEvent): void {
      const swipe = from && swipeOf(from, { x: event.clientX, y: event.clientY });
      from = null;
      if (swipe) onSwipe(swipe === 'forward' ? 1 : -1);
    },
    pointercancel(): void {
      from = null;
    },
  };
}
