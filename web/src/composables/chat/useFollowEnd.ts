import { nextTick, onMounted, onScopeDispose, ref, type Ref } from 'vue';
import { shouldFollowEnd, type ScrollPosition } from '../../talking/followsEnd';

const placeOf = (box: HTMLElement): ScrollPosition => ({
  top: box.scrollTop,
  height: box.scrollHeight,
  view: box.clientHeight,
});

/** The first visible message in a box, and its top. Only a few messages are rendered at a time. */
function firstSeen(box: HTMLElement): { element: Element; top: number } | null {
  const edge = box.getBoundingClientRect().top;
  for (const element of box.querySelectorAll('article')) {
    const { top, bottom } = element.getBoundingClientRect();
    if (bottom > edge) return { element, top };
  }
  return null;
}

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
    before = placeOf(box.value);
  }
  function onScroll(): void {
    if (!box.value) return;
    const now = placeOf(box.value);
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
    look: onScroll,
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
      const anchor = box.value && !isFollowing.value ? firstSeen(box.value) : null;
      await nextTick();
      if (!anchor || !box.value || !anchor.element.isConnected) return;
      box.value.scrollTop += anchor.element.getBoundingClientRect().top - anchor.top;
      before = placeOf(box.value);
    },
  };
}
