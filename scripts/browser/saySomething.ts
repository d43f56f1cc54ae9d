import type { Locator, Page } from 'playwright-core';

/** What the mirror said, oldest first; the greeting is the first. */
export const mirrorWords = (page: Page): Locator => page.locator('[role="log"] article .words');

/** The button that ends a reply: there as long as one is being written. */
export const stopButton = (page: Page): Locator => page.locator('.composer button.stop');

/** Types and sends, with or without a keyboard. */
export async function say(page: Page, text: string): Promise<void> {
  await page.locator('.composer textarea').fill(text);
  await page.locator('.composer button[type="submit"]').click();
}

/** Sends and waits for the whole reply. */
export async function sayAndHear(page: Page, text: string): Promise<string> {
  const before = await mirrorWords(page).count();
  await say(page, text);
  await mirrorWords(page).nth(before).waitFor();
  await page.locator('.composer button[type="submit"]').waitFor();
  return mirrorWords(page).last().innerText();
}
