import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { resolveConfig } from 'vite';
import { supportedBrowsers } from '../../web/build/supportedBrowsers.js';
import { useWeb } from '../testkit/useWeb.js';

const web = useWeb();
const root = resolve(import.meta.dirname, '../..');
const assets = join(root, 'web/dist/assets');
const built = (ending: RegExp): [string, string][] =>
  readdirSync(assets)
    .filter((file) => ending.test(file))
    .map((file) => [file, readFileSync(join(assets, file), 'utf8')]);

/** The same styles without the contents of `@supports` blocks, which other browsers skip. */
function withoutSupports(css: string): string {
  const start = css.indexOf('@supports');
  if (start === -1) return css;
  let depth = 0;
  for (let at = css.indexOf('{', start); at < css.length; at += 1) {
    if (css[at] === '{') depth += 1;
    if (css[at] === '}' && (depth -= 1) === 0)
      return css.slice(0, start) + withoutSupports(css.slice(at + 1));
  }
  throw new Error('An @supports block does not end.');
}

/** CSS that a supported browser does not know, and that hides content or colours where it is unknown. */
const newerCss = {
  'light-dark()': /light-dark\(/,
  'oklch() outside @supports': /[:\s,]oklch\(/,
  'color-mix() outside @supports': /color-mix\(/,
  ':has()': /:has\(/,
  nesting: /[{;]\s*&/,
  '@starting-style': /@starting-style/,
  '@property': /@property/,
  '@scope': /@scope/,
  'anchor positioning': /anchor\(|position-area/,
  'lh units': /\d(?:r?lh)\b/,
};

/** APIs that a supported browser, or a page over plain HTTP, does not have. */
const newerApis = {
  'URL.canParse': /URL\.canParse/,
  'URL.parse': /\bURL\.parse\(/,
  structuredClone: /\bstructuredClone\(/,
  'crypto.randomUUID': /randomUUID\(/,
  'Promise.withResolvers': /\.withResolvers\(/,
  'Object.groupBy': /\b(?:Object|Map)\.groupBy\(/,
  'Array.fromAsync': /Array\.fromAsync/,
  'AbortSignal.any': /AbortSignal\.any/,
  'methods of iterators': /\.(?:values|keys|entries)\(\)\.(?:map|filter|some|find|toArray)\(/,
  'methods of sets': /\.(?:isSubsetOf|isSupersetOf|symmetricDifference)\(/,
  BroadcastChannel: /new BroadcastChannel/,
};

describe('the build', () => {
  it('is lowered to the supported browsers', async () => {
    const { build } = await resolveConfig({ root: join(root, 'web') }, 'build');
    expect(build.target).toEqual([...supportedBrowsers]);
    expect(build.cssTarget).toEqual([...supportedBrowsers]);
  });

  it.each(Object.entries(newerCss))('has no %s in its styles', (_name, pattern) => {
    const files = built(/\.css$/);
    expect(files.length).toBeGreaterThan(5);
    const using = files.filter(([, css]) => pattern.test(withoutSupports(css)));
    expect(using.map(([file]) => file)).toEqual([]);
  });

  it.each(Object.entries(newerApis))('has no %s in its scripts', (_name, pattern) => {
    const files = built(/\.js$/);
    expect(files.length).toBeGreaterThan(20);
    expect(files.filter(([, script]) => pattern.test(script)).map(([file]) => file)).toEqual([]);
  });

  it('is the one that docs/operations.md states', () => {
    const page = readFileSync(join(root, 'docs/operations.md'), 'utf8');
    const stated = /Safari ([\d.]+).*Chrome and Edge (\d+).*Firefox (\d+)/s.exec(page)?.slice(1);
    const versions = (['safari', 'chrome', 'firefox'] as const).map((name) =>
      supportedBrowsers.find((one) => one.startsWith(name))?.slice(name.length),
    );
    expect(stated).toEqual(versions);
  });
});

const sentences = {
  en: 'This browser is too old for Re:MirAI.',
  ko: '이 브라우저는 버전이 낮아',
  ja: 'このブラウザはバージョンが古いため',
};

it.each(Object.entries(sentences))(
  'an older browser is named as the reason, with a way out: %s',
  async (locale, text) => {
    const { page } = await web.open('phone', { locale });
    await page.addInitScript('delete Array.prototype.toSorted');
    await page.goto('/');
    const note = page.locator('.page-alert');
    await note.getByText(text).waitFor();
    expect(await note.innerText()).toContain(page.url());
  },
);

it('a supported browser gets no such note', async () => {
  const { page } = await web.open('phone');
  await page.goto('/');
  await page.getByRole('heading', { level: 1 }).waitFor();
  expect(await page.locator('.page-alert').count()).toBe(0);
});
