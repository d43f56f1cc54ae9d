import { nextTick, onMounted, onScopeDispose, ref, type Ref, watch } from 'vue';
import { type ScrollPosition, shouldFollowEnd } from './rules/shouldFollowEnd';

/**
 * Keeps the end of a growing list in view for a reader who is at the end, and the reading position for one
 * who is not.
 * @param box the scroll container
 * @param content its content
 */
export function useScroll(box: Ref<HTMLElement | null>, content: Ref<HTMLElement | null>) {
  const isFollowing = ref(true);
  let before: ScrollPosition = { top: 0, height: 0, view: 0 };

  function settle(): void {
    if (!box.value) return;
    if (isFollowing.value) box.value.scrollTop = box.value.scrollHeight;
    before = scrollPositionOf(box.value);
  }
  function onScroll(): void {
    if (!box.value) return;
    const now = scrollPositionOf(box.value);
    isFollowing.value = shouldFollowEnd(isFollowing.value, before, now);
    before = now;
  }
  const sizes = new ResizeObserver(settle);
  onMounted(() => {
    for (const element of [box.value, content.value]) if (element) sizes.observe(element);
    settle();
  });
  onScopeDispose(() => sizes.disconnect());
  return {
    isFollowing,
    onScroll,
    toEnd(): void {
      isFollowing.value = true;
      settle();
    },
    /**
     * Scrolls an element of the list to the top, once it is rendered.
     * @param selector of the element within the list
     */
    async toTop(selector: string): Promise<void> {
      isFollowing.value = false;
      await nextTick();
      const first = content.value?.querySelector(selector);
      // Not scrollIntoView, which would also scroll the containers around the list.
      if (first && box.value)
        box.value.scrollTop += first.getBoundingClientRect().top - box.value.getBoundingClientRect().top;
    },
    /**
     * To be called before the list changes above the reading position, because not every browser keeps that
     * position.
     */
    async keepPlace(): Promise<void> {
      const anchor = box.value && !isFollowing.value ? firstVisible(box.value) : null;
      await nextTick();
      if (!anchor || !box.value || !anchor.element.isConnected) return;
      box.value.scrollTop += anchor.element.getBoundingClientRect().top - anchor.top;
      before = scrollPositionOf(box.value);
    },
  };
}

const scrollPositionOf = (box: HTMLElement): ScrollPosition => ({
  top: box.scrollTop,
  height: box.scrollHeight,
  view: box.clientHeight,
});

/** The first visible message in a box, and its top. Only a few messages are rendered at a time. */
function firstVisible(box: HTMLElement): { element: Element; top: number } | null {
  const edge = box.getBoundingClientRect().top;
  for (const element of box.querySelectorAll('article')) {
    const { top, bottom } = element.getBoundingClientRect();
    if (bottom > edge) return { element, top };
  }
  return null;
}

/** Distance at which loading starts, so that a reader who scrolls on does not wait. */
const LOAD_MARGIN = '1600px';

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
      { root: box.value, rootMargin: `${LOAD_MARGIN} 0px 0px` },
    );
    lookAgain();
  });
  watch(isWanted, lookAgain);
  onScopeDispose(() => {
    observer?.disconnect();
    observer = undefined;
  });
}

/** About two screens, so that messages are rendered before they become visible. */
const RENDER_MARGIN = '1500px 0px';

/** Reports to elements of a box whether they are near its visible part, with one observer for all of them. */
export function useProximityObserver(box: Ref<HTMLElement | null>) {
  const listeners = new Map<Element, (isNear: boolean) => void>();
  let observer: IntersectionObserver | undefined;
  onScopeDispose(() => observer?.disconnect());
  return {
    /** @returns a function that stops observing */
    observe(element: Element, onNear: (isNear: boolean) => void): () => void {
      observer ??= new IntersectionObserver(
        (entries) => {
          for (const { target, isIntersecting } of entries) listeners.get(target)?.(isIntersecting);
        },
        { root: box.value, rootMargin: RENDER_MARGIN },
      );
      listeners.set(element, onNear);
      observer.observe(element);
      return () => {
        listeners.delete(element);
        observer?.unobserve(element);
      };
    },
  };
}
