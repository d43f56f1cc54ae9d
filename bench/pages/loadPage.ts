import type { Browser, BrowserContextOptions } from 'playwright-core';
import { devices } from '../../scripts/browser/devices.js';
import { settle } from '../../scripts/scenes/settle.js';

/** What a first visit to a page transfers and how it appears. Bytes are as transferred, so compressed. */
export interface PageLoad {
  requests: number;
  bytes: number;
  fontBytes: number;
  /** Layout shift up to the end of the load. */
  cls: number;
  /** Largest contentful paint in milliseconds. */
  lcp: number;
}

/** Lighthouse's phone: a slow 4G network and a processor that is four times slower. */
const network = { offline: false, latency: 150, downloadThroughput: 204_800, uploadThroughput: 96_000 };
const SLOWER = 4;
/** A page is loaded once nothing is asked for or has arrived for so long. Streams stay open. */
const QUIET_MS = 3_000;
/** Only ends a hang: on a busy machine a page takes long to appear. */
const LIMIT_MS = 240_000;

/** The observers keep the shifts and paints from the first one on. */
const observe = `
  window.seen = { cls: 0, lcp: 0 };
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.seen.cls += entry.value;
  }).observe({ type: 'layout-shift', buffered: true });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) window.seen.lcp = Math.max(window.seen.lcp, entry.startTime);
  }).observe({ type: 'largest-contentful-paint', buffered: true });`;

/** Loads a page on a new device without a cache. @throws Error if the page does not appear */
export async function loadPage(
  browser: Browser,
  url: string,
  options: BrowserContextOptions,
): Promise<PageLoad> {
  await using context = await browser.newContext({
    ...devices.phone,
    deviceScaleFactor: 2,
    // The copy for offline use loads after the page and is none of it.
    serviceWorkers: 'block',
    ...options,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(LIMIT_MS);
  const devtools = await context.newCDPSession(page);
  await devtools.send('Network.enable');
  await devtools.send('Network.emulateNetworkConditions', network);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  const load = { requests: 0, bytes: 0, fontBytes: 0 };
  const fonts = new Set<string>();
  let last = Date.now();
  devtools.on('Network.requestWillBeSent', () => (last = Date.now()));
  devtools.on('Network.responseReceived', ({ requestId, type, response }) => {
    if (type === 'Font') fonts.add(requestId);
    if (!response.url.startsWith('data:')) load.requests += 1;
  });
  devtools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    last = Date.now();
    load.bytes += encodedDataLength;
    if (fonts.has(requestId)) load.fontBytes += encodedDataLength;
  });
  await page.addInitScript(observe);
  await page.goto(url);
  await settle(page);
  while (Date.now() - last < QUIET_MS) await page.waitForTimeout(200);
  return { ...load, ...(await page.evaluate<{ cls: number; lcp: number }>('window.seen')) };
}
