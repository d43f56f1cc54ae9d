/** Gives the focus a place where what had it is gone, and takes it from nobody. Call it once the page is drawn. */
export function focusIfLost(place: HTMLElement | null | undefined): void {
  if (document.activeElement === document.body) place?.focus({ preventScroll: true });
}
