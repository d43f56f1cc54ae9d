import { onMounted, onScopeDispose, shallowRef } from 'vue';

/** A smaller difference is a browser bar and not a keyboard. Pixels. */
const MIN_KEYBOARD_HEIGHT = 120;

/**
 * A style that keeps a part of the page above the phone's keyboard. Neither iOS nor Android resizes the page
 * for it: the keyboard covers the page, and only the visual viewport shrinks. Empty while there is no
 * keyboard.
 */
export function useKeyboardInset() {
  const style = shallowRef<Record<string, string>>({});
  const view = window.visualViewport;
  function fit(): void {
    const isCovered =
      view !== null && view.scale === 1 && window.innerHeight - view.height > MIN_KEYBOARD_HEIGHT;
    style.value = isCovered
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
  return style;
}
