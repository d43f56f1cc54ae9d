import { nextTick, onMounted, onScopeDispose, ref, type Ref } from 'vue';
import { followsEnd, type Place } from '../../talking/followsEnd';

const placeOf = (box: HTMLElement): Place => ({
  top: box.scrollTop,
  height: box.scrollHeight,
  view: box.clientHeight,
});

/** What stands at the upper edge of a box, and how far below it. */
function atTop(box: HTMLElement): { element: Element; top: number } | null {
  const { left, top, width } = box.getBoundingClientRect();
  for (const down of [8, 60, 120]) {
    const element = document.elementFromPoint(left + width / 2, top + down)?.closest('article');
    if (element) return { element, top: element.getBoundingClientRect().top };
  }
  return null;
}

/**
 * Keeps the end of a growing list in sight of who is there, and what is read in its place of who is not.
 * @param box what scrolls; @param content what is in it
 */
export function useFollowEnd(box: Ref<HTMLElement | null>, content: Ref<HTMLElement | null>) {
  const isFollowing = ref(true);
  let before: Place = { top: 0, height: 0, view: 0 };

  function settle(): void {
    if (!box.value) return;
    if (isFollowing.value) box.value.scrollTop = box.value.scrollHeight;
    before = placeOf(box.value);
  }
  function look(): void {
    if (!box.value) return;
    const now = placeOf(box.value);
    isFollowing.value = followsEnd(isFollowing.value, before, now);
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
    look,
    toEnd(): void {
      isFollowing.value = true;
      settle();
    },
    /** Shows something from its beginning on, once it is there. @param selector what, within the list */
    async toTop(selector: string): Promise<void> {
      isFollowing.value = false;
      await nextTick();
      content.value?.querySelector(selector)?.scrollIntoView({ block: 'start' });
    },
    /** Call before the list changes above what is read: not every browser keeps the place by itself. */
    async keepPlace(): Promise<void> {
      const anchor = box.value && !isFollowing.value ? atTop(box.value) : null;
      await nextTick();
      if (!anchor || !box.value || !anchor.element.isConnected) return;
      box.value.scrollTop += anchor.element.getBoundingClientRect().top - anchor.top;
      before = placeOf(box.value);
    },
  };
}
