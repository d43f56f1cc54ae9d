import type { Directive } from 'vue';

/** Focuses an element when it appears, so that a screen reader reads it next. */
export const vFocusOnArrival: Directive<HTMLElement, boolean | undefined> = {
  mounted(element, { value }) {
    if (value === false) return;
    element.tabIndex = -1;
    element.focus({ preventScroll: false });
  },
};
