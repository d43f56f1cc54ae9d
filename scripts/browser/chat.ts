import type { Locator, Page } from 'playwright-core';

/** The mirror's messages, oldest first, starting with the greeting. */
export const mirrorMessages = (page: Page): Locator => page.locator('[role="log"] article .words');

/** The button that stops a reply, visible while one is being written. */
export const stopButton = (page: Page): Locator => page.locator('.composer button.stop');

/** Types a message and sends it with the button, which works on every device. */
export async function sendMessage(page: Page, text: string): Promise<void> {
  await page.locator('.composer textarea').fill(text);
  await page.locator('.composer button[type="submit"]').click();
}

/** Sends a message and waits for the complete reply. */
export async function sendAndAwaitReply(page: Page, text: string): Promise<string> {
  const before = await mirrorMessages(page).count();
  await sendMessage(page, text);
  await mirrorMessages(page).nth(before).waitFor();
  await page.locator('.composer button[type="submit"]').waitFor();
  return mirrorMessages(page).last().innerText();
}
