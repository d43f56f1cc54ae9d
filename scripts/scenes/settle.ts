import type { Page } from 'playwright-core';
import { until } from '../../test/testkit/until.js';

/** True once nothing is loading: no skeleton, no font, no picture. */
const settled = `
  document.querySelector('[aria-busy="true"], .skeleton') === null &&
  document.fonts.status === 'loaded' &&
  [...document.images].every((image) => image.complete)`;

/**
 * Waits until a page has finished loading. The poll runs here, because polling inside the page needs `eval`,
 * which the content security policy blocks.
 */
export async function settle(page: Page): Promise<void> {
  await page.locator('h1').first().waitFor();
  await until('the page is settled', () => page.evaluate<boolean>(settled));
}
