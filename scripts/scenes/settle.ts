import type { Page } from 'playwright-core';
import { until } from '../../test/testkit/until.js';

/** When nothing is on its way any more: no skeleton, no font, no picture. */
const settled = `
  document.querySelector('[aria-busy="true"], .skeleton') === null &&
  document.fonts.status === 'loaded' &&
  [...document.images].every((image) => image.complete)`;

/**
 * Waits until a page shows all that it has to show. Asked again and again from here: a page that polls itself would need
 * `eval`, which the content-security policy refuses.
 */
export async function settle(page: Page): Promise<void> {
  await page.locator('h1').first().waitFor();
  await until('the page is settled', () => page.evaluate<boolean>(settled), 60);
}
