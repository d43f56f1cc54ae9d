import { onMounted, onScopeDispose, watch, type Ref } from 'vue';

/** So early that a reader who scrolls on does not wait. */
const EARLY = '1600px';

/**
 * Calls for more while an element is near what a box shows.
 * @param isWanted false when there is no more, or asking does not help now
 */
export function useNear(
  box: Ref<HTMLElement | null>,
  element: Ref<HTMLElement | null>,
  isWanted: Ref<boolean>,
  more: () => Promise<void>,
): void {
  let observer: IntersectionObserver | undefined;
  // An observer speaks of changes only: observed anew, it tells where the element is now.
  function lookAgain(): void {
    if (!element.value || !observer) return;
    observer.unobserve(element.value);
    if (isWanted.value) observer.observe(element.value);
  }
  onMounted(() => {
    observer = new IntersectionObserver(
      (entries) => {
        // Several moves may be told at once: the last says where it is.
        const isNear = entries.at(-1)?.isIntersecting;
        if (isNear && isWanted.value) void more().then(() => requestAnimationFrame(lookAgain));
      },
      { root: box.value, rootMargin: `${EARLY} 0px 0px` },
    );
    lookAgain();
  });
  watch(isWanted, lookAgain);
  onScopeDispose(() => {
    observer?.disconnect();
    observer = undefined;
  });
}
