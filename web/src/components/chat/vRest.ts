import type { Directive } from 'vue';

/**
 * Lets the browser skip drawing what is far out of sight: five thousand messages scroll like fifty. An element is laid out once
 * before that, so that its true height is known and the page does not jump when it comes near.
 */
export const vRest: Directive<HTMLElement> = {
  mounted(element) {
    requestAnimationFrame(() =>
      requestAnimationFrame(() => element.style.setProperty('content-visibility', 'auto')),
    );
  },
};
