/**
 * Focuses an element if the focused one was removed. Takes the focus from no other element. Call it after the
 * page has rendered.
 */
export function focusIfLost(place: HTMLElement | null | undefined): void {
  if (document.activeElement === document.body) place?.focus({ preventScroll: true });
}
