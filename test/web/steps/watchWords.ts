import type { Page } from 'playwright-core';

/** Keeps every text that the mirror's newest words had on the page, from now on. */
export async function watchWords(page: Page): Promise<void> {
  await page.evaluate(() => {
    const seen: string[] = [];
    const look = (): void => {
      const text = [...document.querySelectorAll('[role="log"] article .words')].at(-1)?.textContent ?? '';
      if (text !== seen.at(-1)) seen.push(text);
    };
    look();
    new MutationObserver(look).observe(document.body, {
      subtree: true,
      childList: true,
      characterData: true,
    });
    Object.assign(window, { seenWords: seen });
  });
}

/** What `watchWords` saw, in order. */
export const seenWords = (page: Page): Promise<string[]> =>
  page.evaluate(() => (window as unknown as { seenWords: string[] }).seenWords);

/** Whether each text is the one before with more behind it: nobody saw words go away or change. */
export const onlyGrows = (texts: readonly string[]): boolean =>
  texts.every((text, at) => text.startsWith(texts[at - 1] ?? ''));
