import { nextTick, onScopeDispose, ref } from 'vue';
import { revealNext } from '../../talking/revealNext';

/**
 * Shows a growing text evenly, at most once a frame. A tab in the background draws no frames: what came meanwhile is shown
 * quickly when it is looked at again.
 * @param text as it is known now
 * @param onShown all of it is shown
 */
export function useReveal(text: () => string, onShown: () => void) {
  const still = matchMedia('(prefers-reduced-motion: reduce)');
  /** UTF-16 units. */
  const shown = ref(0);
  let frame: number | undefined;
  let last = 0;

  function paint(now: number): void {
    frame = undefined;
    shown.value = still.matches ? text().length : revealNext(text(), shown.value, Math.max(now - last, 1));
    last = now;
    go();
  }
  function go(): void {
    // After all that watches the text has seen its end.
    if (shown.value >= text().length) return void nextTick(onShown);
    if (frame !== undefined) return;
    if (performance.now() - last > 100) last = performance.now();
    frame = requestAnimationFrame(paint);
  }
  onScopeDispose(() => frame !== undefined && cancelAnimationFrame(frame));
  return {
    shown,
    go,
    /** All that is there is shown at once: nobody waits for words that they have read already. */
    jump: (): void => void (shown.value = text().length),
  };
}
