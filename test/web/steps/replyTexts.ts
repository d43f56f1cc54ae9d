import type { Page } from 'playwright-core';

/**
 * Records every text that the persona's next reply has on the page. Call it before the reply is requested, so
 * that none is missed.
 */
export async function recordReplyTexts(page: Page): Promise<void> {
  await page.evaluate(() => {
    const all = (): NodeListOf<Element> => document.querySelectorAll('[role="log"] article .words');
    const before = all().length;
    const seen: string[] = [];
    const record = (): void => {
      const text = all()[before]?.textContent ?? '';
      if (text !== (seen.at(-1) ?? '')) seen.push(text);
    };
    new MutationObserver(record).observe(document.body, {
      subtree: true,
      childList: true,
      characterData: true,
    });
    Object.assign(window, { recordedTexts: seen });
  });
}

/** What `recordReplyTexts` recorded, in order. */
export const recordedTexts = (page: Page): Promise<string[]> =>
  page.evaluate(() => (window as unknown as { recordedTexts: string[] }).recordedTexts);

/** Whether each text continues the one before, so that no word disappeared or changed. */
export const onlyGrows = (texts: readonly string[]): boolean =>
  texts.every((text, at) => text.startsWith(texts[at - 1] ?? ''));
