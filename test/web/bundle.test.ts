import { readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { newSurvey, someone } from '../testkit/seed.js';
import { useWeb } from '../testkit/useWeb.js';
import { appStarted } from './steps/appStart.js';

const web = useWeb();
const dist = resolve(import.meta.dirname, '../../web/dist');

/** The most script with which the app may start on a friend's phone. */
const MAX_SCRIPT_BYTES = 75 * 1024;
/** The font families of the style sheets, which no system has. */
const packagedFonts = { en: 'Instrument Sans', ko: 'Gowun Batang', ja: 'Hina Mincho' };

async function surveyLink(): Promise<string> {
  await using owner = await someone(web.url);
  return `/s/${(await newSurvey(owner.client)).slug}`;
}

interface FirstFiles {
  font: string;
  scripts: string[];
  soon: string[];
}

/** The files that a page names: its fonts, the scripts with which the app starts on it, and what it fetches ahead. */
async function namedFiles(page: Page): Promise<FirstFiles> {
  const { font, scripts, soon } = await page.locator('script[data-scripts]').evaluate((script) => ({
    ...script.dataset,
  }));
  const split = (files = ''): string[] => files.split(' ').filter(Boolean);
  return { font: font ?? '', scripts: split(scripts), soon: split(soon) };
}

/** What the app loads some time later, such as the questions behind the introduction, is not loaded at all. */
const withoutLaterLoads = `
  const start = window.setTimeout.bind(window);
  window.setTimeout = (run, delay = 0, ...values) => (delay < 300 ? start(run, delay, ...values) : 0);`;

it('the survey page starts with at most 75 KB of script, gzipped', async () => {
  const { page } = await web.open('phone');
  await page.goto(await surveyLink());
  // The first one is inside the page.
  const sizes = ['/before-app.js', ...(await namedFiles(page)).scripts].map(
    (path) => [path, statSync(join(dist, `${path}.gz`)).size] as const,
  );
  const total = sizes.reduce((sum, [, size]) => sum + size, 0);
  expect(sizes.length).toBeGreaterThan(3);
  expect(total, sizes.map(([path, size]) => `${size} ${path}`).join('\n')).toBeLessThanOrEqual(
    MAX_SCRIPT_BYTES,
  );
});

it.each(['landing', 'survey'])(
  'the %s page names every script and style that it loads until its app has started, and has its own styles inside',
  async (name) => {
    const { page, context } = await web.open('phone');
    const path = name === 'landing' ? '/' : await surveyLink();
    const requested = new Set<string>();
    await page.addInitScript(withoutLaterLoads);
    context.on('response', (response) => requested.add(new URL(response.url()).pathname));
    const sent = page.waitForResponse((response) => new URL(response.url()).pathname === path);
    await page.goto(path);
    await appStarted(page);
    await page.evaluate(() => document.fonts.ready);
    const text = await (await sent).text();
    const { font, scripts, soon } = await namedFiles(page);
    const files = [...requested].filter((file) => /\.(?:js|css)$/.test(file));
    expect(files.filter((file) => !soon.includes(file)).toSorted()).toEqual([font, ...scripts].toSorted());
    expect(files.filter((file) => text.includes(`href="${file}" disabled`))).toEqual([]);
  },
);

it('the Korean and Japanese pages take at most a fifth more bytes before they are painted than the English one', async () => {
  const sizes = await Promise.all(
    ['en', 'ko', 'ja'].map(async (language) => {
      const headers = { 'accept-language': language, 'accept-encoding': 'br' };
      const page = await fetch(web.url, { headers });
      // Node has decompressed it.
      return brotliCompressSync(await page.text()).length;
    }),
  );
  const [english = 0, ...others] = sizes;
  expect(english).toBeGreaterThan(5_000);
  for (const size of others) expect(size).toBeLessThanOrEqual(1.2 * english);
});

it.each(['en', 'ko', 'ja'] as const)('%s is shown in a font of the app', async (locale) => {
  const { page } = await web.open('phone', { locale });
  const sent = page.waitForResponse((response) => new URL(response.url()).pathname.endsWith('.woff2'));
  await page.goto('/');
  expect((await sent).ok()).toBe(true);
  const loaded = await page.waitForFunction(
    (family) => [...document.fonts].some((face) => face.status === 'loaded' && face.family.includes(family)),
    packagedFonts[locale],
  );
  await loaded.dispose();
});

it('every text file of the build has a brotli and a gzip version', () => {
  const files = new Set(readdirSync(dist, { recursive: true, encoding: 'utf8' }));
  // The server runs the files in .server and does not send them.
  const sent = [...files].filter((file) => !file.startsWith('.server'));
  const texts = sent.filter((file) => /\.(?:html|js|css|svg|json|webmanifest)$/.test(file));
  expect(texts.length).toBeGreaterThan(20);
  expect(texts.filter((file) => !files.has(`${file}.br`) || !files.has(`${file}.gz`))).toEqual([]);
});

it('scripts and styles are sent to a browser compressed', async () => {
  const visitor = await web.open('desktop');
  const encodings = new Set<string | undefined>();
  visitor.context.on('response', (response) => {
    if (/\.(?:js|css)$/.test(new URL(response.url()).pathname))
      encodings.add(response.headers()['content-encoding']);
  });
  await visitor.page.goto('/');
  await expect.poll(() => encodings.size).toBeGreaterThan(0);
  expect(encodings).toEqual(new Set(['br']));
});
