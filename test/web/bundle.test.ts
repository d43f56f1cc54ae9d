import { readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { newSurvey, someone } from '../testkit/seed.js';
import { useWeb } from '../testkit/useWeb.js';
import type { Visitor } from '../testkit/visitor.js';

const web = useWeb();
const dist = resolve(import.meta.dirname, '../../web/dist');

/** What a friend's phone may have to load before the first question. */
const MOST_SCRIPT_BYTES = 100 * 1024;
/** Families as the stylesheets name them, which no system has. */
const packagedFonts = { en: /Instrument Sans/, ko: /Noto Sans KR/, ja: /Noto Sans JP/ };

async function surveyLink(): Promise<string> {
  await using owner = await someone(web.url);
  return `/s/${(await newSurvey(owner.client)).slug}`;
}

/** Paths of what a page asked for until its heading stood there and its fonts were set. */
async function loaded({ page, context }: Visitor, path: string): Promise<string[]> {
  const asked: string[] = [];
  context.on('response', (response) => asked.push(new URL(response.url()).pathname));
  await page.goto(path);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.evaluate(() => document.fonts.ready);
  return asked;
}

it('the survey page loads at most 100 KB of script, gzipped, before a friend can answer', async () => {
  const scripts = (await loaded(await web.open('phone'), await surveyLink())).filter((path) =>
    path.endsWith('.js'),
  );
  const sizes = scripts.map((path) => [path, statSync(join(dist, `${path}.gz`)).size] as const);
  const total = sizes.reduce((sum, [, size]) => sum + size, 0);
  expect(sizes.length).toBeGreaterThan(1);
  expect(total, sizes.map(([path, size]) => `${size} ${path}`).join('\n')).toBeLessThanOrEqual(
    MOST_SCRIPT_BYTES,
  );
});

it.each(['landing', 'survey'])(
  'the %s page names, with itself, every script and style that it asks for until it can be read',
  async (name) => {
    const visitor = await web.open('phone');
    const path = name === 'landing' ? '/' : await surveyLink();
    const sent = visitor.page.waitForResponse((response) => new URL(response.url()).pathname === path);
    const asked = await loaded(visitor, path);
    const answer = await sent;
    const linked = [...((await answer.headerValue('link')) ?? '').matchAll(/<([^>]+)>/g)].map(
      ([, file]) => file,
    );
    const named = [...(await answer.text()).matchAll(/(?:src|href)="([^"]+)"/g)].map(([, file]) => file);
    const files = asked.filter((file) => /\.(?:js|css)$/.test(file) && !/\/latin-/.test(file));
    expect(files.filter((file) => !linked.includes(file) && !named.includes(file))).toEqual([]);
    expect(linked.filter((file) => file === undefined || !files.includes(file))).toEqual([]);
    expect(linked.length).toBeGreaterThan(2);
  },
);

it.each(['en', 'ko', 'ja'] as const)('%s is set in a font that the app brings along', async (locale) => {
  const visitor = await web.open('phone', { locale });
  const asked = await loaded(visitor, '/');
  expect(asked.some((path) => path.endsWith('.woff2'))).toBe(true);
  const families = await visitor.page.evaluate(() =>
    [...document.fonts].filter(({ status }) => status === 'loaded').map(({ family }) => family),
  );
  expect(families.join()).toMatch(packagedFonts[locale]);
});

it('every text file of the build lies there compressed, both ways', () => {
  const files = new Set(readdirSync(dist, { recursive: true, encoding: 'utf8' }));
  const texts = [...files].filter((file) => /\.(?:html|js|css|svg|json|webmanifest)$/.test(file));
  expect(texts.length).toBeGreaterThan(20);
  expect(texts.filter((file) => !files.has(`${file}.br`) || !files.has(`${file}.gz`))).toEqual([]);
});

it('scripts and styles reach a browser compressed', async () => {
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
