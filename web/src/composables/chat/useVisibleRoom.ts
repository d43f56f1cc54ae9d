import { onMounted, onScopeDispose, shallowRef } from 'vue';

/** A bar of the browser that hides is no keyboard. Pixels. */
const KEYBOARD = 120;

/**
 * A style that keeps a part of the page above the phone's keyboard. Neither iOS nor Android makes the page smaller for it: they
 * cover it, and only the visual viewport tells. Empty while there is no keyboard.
 */
export function useVisibleRoom() {
  const room = shallowRef<Record<string, string>>({});
  const view = window.visualViewport;
  function fit(): void {
    const isCovered = view !== null && view.scale === 1 && window.innerHeight - view.height > KEYBOARD;
    room.value = isCovered
      ? { position: 'fixed', insetInline: '0', top: `${view.offsetTop}px`, height: `${view.height}px` }
      : {};
  }
  onMounted(() => {
    view?.addEventListener('resize', fit);
    view?.addEventListener('scroll', fit);
  });
  onScopeDispose(() => {
    view?.removeEventListener('resize', fit);
    view?.removeEventListener('scroll', fit);
  });
  return room;
}
