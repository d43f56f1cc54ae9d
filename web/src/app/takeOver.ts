const isOnly = /^(?:MAIN|SELECT)$/;

/** Identifies a control of the first screen: by its element where the page has one of these, else by its label. */
const keyOf = (control: Element): string =>
  isOnly.test(control.tagName)
    ? control.tagName
    : (control.getAttribute('aria-label') ?? control.textContent ?? '').trim();

/** Waits while a person chooses a language: the list would close when its element is replaced. */
export async function listClosed(list: HTMLElement | null): Promise<void> {
  if (list === null || document.activeElement !== list) return;
  await new Promise((resolve) => {
    for (const end of ['blur', 'change']) list.addEventListener(end, resolve, { once: true });
  });
}

/**
 * Puts the app in the place of the server's first screen, whose elements it replaces by equal ones. What a person has
 * done there until then stays: the focus, opened details, and the pressed button, which public/before-app.js has
 * marked, is pressed again.
 */
export function takeOver(place: Element, mount: () => void): void {
  const { activeElement } = document;
  const focused = activeElement && place.contains(activeElement) ? keyOf(activeElement) : null;
  const keys = (selector: string): string[] => [...place.querySelectorAll(selector)].map(keyOf);
  const [pressed, opened] = [keys('button.busy'), keys('details[open] > summary')];
  mount();
  const find = (key: string): HTMLElement | undefined =>
    [...place.querySelectorAll<HTMLElement>('a, button, summary, select, main')].find(
      (control) => keyOf(control) === key,
    );
  if (focused !== null) (find(focused) ?? find('MAIN'))?.focus({ preventScroll: true });
  for (const key of [...pressed, ...opened]) find(key)?.click();
}
