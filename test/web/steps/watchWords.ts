import type { Page } from 'playwright-core';

/**
 * Records every text that the mirror's next words have on the page. Call it before they are requested, so that
 * none is missed.
 */
export async function watchWords(page: Page): Promise<void> {
  await page.evaluate(() => {
    const all = (): NodeListOf<Element> => document.querySelectorAll('[role="log"] article .words');
    const before = all().length;
    const seen: string[] = [];
    const look = (): void => {
      const text = all()[before]?.textContent ?? '';
      if (text !== (seen.at(-1) ?? '')) seen.push(text);
    };
    new MutationObserver(look).observe(document.body, {
      subtree: true,
      childList: true,
      characterData: true,
    });
    Object.assign(window, { seenWords: seen });
  });
}

/** What `watchWords` recorded, in order. */
export const seenWords = (page: Page): Promise<string[]> =>
  page.evaluate(() => (window as unknown as { seenWords: string[] }).seenWords);

/** Whether each text continues the one before: no word went away or changed. */
export const onlyGrows = (texts: readonly string[]): boolean =>
  texts.every((text, at) => text.startsWith(texts[at - 1] ?? ''));
