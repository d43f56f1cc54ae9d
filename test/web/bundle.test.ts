import { readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { newSurvey, someone } from '../testkit/seed.js';
import { useWeb } from '../testkit/useWeb.js';
import type { Visitor } from '../testkit/visitor.js';

const web = useWeb();
const dist = resolve(import.meta.dirname, '../../web/dist');

/** The most script that a friend's phone may load before the first question. */
const MAX_SCRIPT_BYTES = 75 * 1024;
/** The font families of the style sheets, which no system has. */
const packagedFonts = { en: 'Instrument Sans', ko: 'Gowun Batang', ja: 'Hina Mincho' };

async function surveyLink(): Promise<string> {
  await using owner = await someone(web.url);
  return `/s/${(await newSurvey(owner.client)).slug}`;
}

/** What the app loads some time later, such as the questions behind the introduction, is not loaded at all. */
const withoutLaterLoads = `
  const start = window.setTimeout.bind(window);
  window.setTimeout = (run, delay = 0, ...values) => (delay < 300 ? start(run, delay, ...values) : 0);`;

/** The paths that a page requests until its heading is shown and its fonts are loaded. */
async function requestedPaths({ page, context }: Visitor, path: string): Promise<string[]> {
  const requested: string[] = [];
  await page.addInitScript(withoutLaterLoads);
  context.on('response', (response) => requested.push(new URL(response.url()).pathname));
  await page.goto(path);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.evaluate(() => document.fonts.ready);
  return [...requested];
}

it('the survey page loads at most 75 KB of script, gzipped, before a friend can answer', async () => {
  const scripts = (await requestedPaths(await web.open('phone'), await surveyLink())).filter((path) =>
    path.endsWith('.js'),
  );
  const sizes = scripts.map((path) => [path, statSync(join(dist, `${path}.gz`)).size] as const);
  const total = sizes.reduce((sum, [, size]) => sum + size, 0);
  expect(sizes.length).toBeGreaterThan(1);
  expect(total, sizes.map(([path, size]) => `${size} ${path}`).join('\n')).toBeLessThanOrEqual(
    MAX_SCRIPT_BYTES,
  );
});

it.each(['landing', 'survey'])(
  'the response of the %s page names every script and style that it loads until it can be read',
  async (name) => {
    const visitor = await web.open('phone');
    const path = name === 'landing' ? '/' : await surveyLink();
    const sent = visitor.page.waitForResponse((response) => new URL(response.url()).pathname === path);
    const requested = await requestedPaths(visitor, path);
    const answer = await sent;
    const linked = [...((await answer.headerValue('link')) ?? '').matchAll(/<([^>]+)>/g)].map(
      ([, file]) => file,
    );
    const named = [...(await answer.text()).matchAll(/(?:src|href)="([^"]+)"/g)].map(([, file]) => file);
    const files = requested.filter((file) => /\.(?:js|css)$/.test(file));
    expect(files.filter((file) => !linked.includes(file) && !named.includes(file))).toEqual([]);
    expect(linked.filter((file) => file === undefined || !files.includes(file))).toEqual([]);
    expect(linked.length).toBeGreaterThan(2);
  },
);

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
  await visitor.page.getByRole('heading', { level: 1 }).waitFor();
  expect(encodings).toEqual(new Set(['br']));
});
