import type { Directive } from 'vue';

/** Takes the focus when it appears: what has just come into view is read next. */
export const vFocusOnArrival: Directive<HTMLElement, boolean | undefined> = {
  mounted(element, { value }) {
    if (value === false) return;
    element.tabIndex = -1;
    element.focus({ preventScroll: false });
  },
};
