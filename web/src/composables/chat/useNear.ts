import { onMounted, onScopeDispose, watch, type Ref } from 'vue';

/** Distance at which loading starts, so that a reader who scrolls on does not wait. */
const MARGIN = '1600px';

/**
 * Loads more while an element is near the visible part of a box.
 * @param isWanted false if there is no more, or loading cannot succeed now
 */
export function useLoadWhenNear(
  box: Ref<HTMLElement | null>,
  element: Ref<HTMLElement | null>,
  isWanted: Ref<boolean>,
  more: () => Promise<void>,
): void {
  let observer: IntersectionObserver | undefined;
  // An observer reports changes only. Observing the element anew makes it report the current position.
  function lookAgain(): void {
    if (!element.value || !observer) return;
    observer.unobserve(element.value);
    if (isWanted.value) observer.observe(element.value);
  }
  onMounted(() => {
    observer = new IntersectionObserver(
      (entries) => {
        // Several changes may be reported at once: the last one is current.
        const isNear = entries.at(-1)?.isIntersecting;
        if (isNear && isWanted.value) void more().then(() => requestAnimationFrame(lookAgain));
      },
      { root: box.value, rootMargin: `${MARGIN} 0px 0px` },
    );
    lookAgain();
  });
  watch(isWanted, lookAgain);
  onScopeDispose(() => {
    observer?.disconnect();
    observer = undefined;
  });
}
