import { nextTick, onScopeDispose, ref } from 'vue';
import { nextRevealLength } from '../../talking/revealNext';

/**
 * Reveals a growing text evenly, at most once a frame. A tab in the background renders no frames: the text
 * that arrived meanwhile is revealed quickly when the tab becomes visible.
 * @param text the text so far
 * @param onShown called when all of the text is shown
 */
export function useTextReveal(text: () => string, onShown: () => void) {
  const reducedMotion = matchMedia('(prefers-reduced-motion: reduce)');
  /** UTF-16 units. */
  const shown = ref(0);
  let frame: number | undefined;
  let last = 0;

  function paint(now: number): void {
    frame = undefined;
    shown.value = reducedMotion.matches
      ? text().length
      : nextRevealLength(text(), shown.value, Math.max(now - last, 1));
    last = now;
    advance();
  }
  function advance(): void {
    // After the watchers of the text have seen its end.
    if (shown.value >= text().length) return void nextTick(onShown);
    if (frame !== undefined) return;
    if (performance.now() - last > 100) last = performance.now();
    frame = requestAnimationFrame(paint);
  }
  onScopeDispose(() => frame !== undefined && cancelAnimationFrame(frame));
  return {
    shown,
    go: advance,
    /** Shows the whole text at once, because the reader has seen it already. */
    jump: (): void => void (shown.value = text().length),
  };
}
