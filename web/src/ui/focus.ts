import type { Directive } from 'vue';

/**
 * Focuses an element if the focused one was removed. Takes the focus from no other element. Call it after the
 * page has rendered.
 */
export function focusIfLost(place: HTMLElement | null | undefined): void {
  if (document.activeElement === document.body) place?.focus({ preventScroll: true });
}

/** Focuses an element when it appears, so that a screen reader reads it next. */
export const vFocusOnArrival: Directive<HTMLElement, boolean | undefined> = {
  mounted(element, { value }) {
    if (value === false) return;
    element.tabIndex = -1;
    element.focus({ preventScroll: false });
  },
};
