import type { Page } from 'playwright-core';
import { until } from '../../test/testkit/until.js';

/**
 * The app remembers each mirror that it has revealed, once the reveal has gone. In a browser that blocks storage, the
 * page below it tells.
 */
const isOver = `(() => {
  if (document.querySelector('.reveal') !== null) return false;
  try {
    return localStorage.getItem('mirai.revealed') !== null;
  } catch {
    return document.querySelector('.persona') !== null;
  }
})()`;

/**
 * Skips the reveal of a mirror and waits until it is gone. It also leaves by itself after a few seconds, so
 * on a slow machine there may be nothing left to click.
 */
export async function pastReveal(page: Page, skip = page.locator('.reveal .skip')): Promise<void> {
  skip.click().catch(() => undefined);
  await until('the reveal is over', () => page.evaluate<boolean>(isOver));
}

/** Timers of three seconds and more never fire. */
const holdLongTimers = `
  const start = window.setTimeout.bind(window);
  window.setTimeout = (run, delay = 0, ...values) => (delay < 3000 ? start(run, delay, ...values) : 0);
  localStorage.removeItem('mirai.revealed');`;

/** Opens the page once more, with a reveal that does not leave by itself. */
export async function holdReveal(page: Page): Promise<void> {
  await page.addInitScript(holdLongTimers);
  await page.reload();
  await page.locator('.reveal .skip').waitFor();
}
