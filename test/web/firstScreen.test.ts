import type { BrowserContextOptions, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { newSurvey, someone } from '../testkit/seed.js';
import { useWeb } from '../testkit/useWeb.js';
import { webWords } from '../testkit/webWords.js';
import { languages, readers, sharedPaths } from './steps/sharedPages.js';
import { signInByRedirect } from './steps/becomeOwner.js';
import { appStarted } from './steps/appStart.js';

const web = useWeb();

const MAX_SHIFT = 0.02;

/** What moved on the page since it was opened, as Chromium measures it for Core Web Vitals. */
const OBSERVE_SHIFTS = `new PerformanceObserver((list) => {
  for (const { value } of list.getEntries()) globalThis.shift = (globalThis.shift ?? 0) + value;
}).observe({ type: 'layout-shift', buffered: true });`;
const shiftOf = (page: Page): Promise<number> => page.evaluate('globalThis.shift ?? 0');

/** Texts and places of what is visible in the window. */
const visible = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('h1, h2, h3, p, li, a, button, select, svg, summary')].flatMap(
      (element) => {
        const { x, y, width, height } = element.getBoundingClientRect();
        if (width === 0 || y > innerHeight) return [];
        const text =
          element.tagName === 'SELECT' || element.tagName === 'svg' ? '' : element.textContent?.trim();
        return [`${text} ${[x, y, width, height].map(Math.round).join()}`];
      },
    ),
  );

it.each(languages)(
  'in %s, the pages that people share show the same before the script has run as after it, and nothing moves',
  async (language) => {
    const paths = await sharedPaths(web.url, language);
    const options: Pick<BrowserContextOptions, 'locale'> = { locale: readers[language] };
    for (const path of ['/', paths.survey, paths.persona]) {
      const { page, context } = await web.open('phone', options);
      const hold = Promise.withResolvers<void>();
      await page.addInitScript(OBSERVE_SHIFTS);
      await context.route(/\/assets\/.*\.js$/, async (route) => {
        await hold.promise;
        await route.continue();
      });
      await page.goto(path, { waitUntil: 'commit' });
      await page.getByRole('heading', { level: 1 }).waitFor();
      // The styles in the page, and the fonts, which are loaded after the first paint.
      await page.waitForFunction(() => document.styleSheets.length === 2);
      await page.evaluate(() => document.fonts.ready);
      const before = await visible(page);
      hold.resolve();
      await appStarted(page);
      await expect.poll(() => visible(page), { message: `${path} after the start` }).toEqual(before);
      expect(before.length, path).toBeGreaterThan(5);
      expect(await shiftOf(page), `layout shift of ${path}`).toBeLessThanOrEqual(MAX_SHIFT);
    }
  },
);

it('the start of a survey is kept when it is tapped before the script has loaded', async () => {
  await using owner = await someone(web.url);
  const { slug } = await newSurvey(owner.client);
  const { page, context } = await web.open('phone');
  const hold = Promise.withResolvers<void>();
  await context.route(/\/assets\/.*\.js$/, async (route) => {
    await hold.promise;
    await route.continue();
  });
  await page.goto(`/s/${slug}`, { waitUntil: 'commit' });
  await page.getByRole('link', { name: webWords('en')('answer.intro.begin') }).click();
  hold.resolve();
  await page.locator('[role="progressbar"][aria-valuenow="1"]').waitFor();
});

it('the start of a survey is kept when it is tapped while the page’s own files load', async () => {
  await using owner = await someone(web.url);
  const { slug } = await newSurvey(owner.client);
  const { page, context } = await web.open('phone');
  const hold = Promise.withResolvers<void>();
  await context.route(/\/assets\/(?:first|en)-.*\.js$/, async (route) => {
    await hold.promise;
    await route.continue();
  });
  await page.goto(`/s/${slug}`, { waitUntil: 'commit' });
  // The router has started, and its first navigation waits.
  await page.waitForFunction(() => history.state !== null);
  await page.getByRole('link', { name: webWords('en')('answer.intro.begin') }).click();
  hold.resolve();
  await page.locator('[role="progressbar"][aria-valuenow="1"]').waitFor();
});

it('the questions appear by themselves when their file could not be loaded at first', async () => {
  await using owner = await someone(web.url);
  const { slug } = await newSurvey(owner.client);
  const visitor = await web.open('phone');
  visitor.allow(/SurveyQuestion|Failed to fetch|Failed to load resource/);
  const { page, context } = visitor;
  let failed = 0;
  await context.route(/\/assets\/SurveyQuestion-.*\.js$/, (route) =>
    (failed += 1) > 2 ? route.continue() : route.abort(),
  );
  // The server cannot be asked either, so the page does not reload.
  await context.route(/\/$/, (route) =>
    route.request().method() === 'HEAD' ? route.abort() : route.continue(),
  );
  await page.goto(`/s/${slug}`);
  await page.getByRole('button', { name: webWords('en')('answer.intro.begin') }).click();
  await page.locator('[role="progressbar"][aria-valuenow="1"]').waitFor();
  expect(failed).toBeGreaterThan(2);
});

it('signing in is kept when it is tapped before the script has loaded, and does not repeat on the way back', async () => {
  const { page, context } = await web.open('phone');
  const hold = Promise.withResolvers<void>();
  await context.route(/\/assets\/.*\.js$/, async (route) => {
    await hold.promise;
    await route.continue();
  });
  await page.goto('/', { waitUntil: 'commit' });
  await page.getByRole('link', { name: webWords('en')('landing.button') }).click();
  hold.resolve();
  await page.waitForURL((url) => url.pathname !== '/');
  await page.goBack();
  await page.getByRole('button', { name: webWords('en')('landing.button') }).waitFor();
  expect(new URL(page.url()).hash).toBe('');
  await signInByRedirect(page, 'en', 0);
});

it('a reader who chose another language than the survey’s reads the survey in that', async () => {
  await using owner = await someone(web.url);
  const { slug } = await newSurvey(owner.client, { locale: 'KO' });
  const { page } = await web.open('phone', { locale: 'ja-JP' });
  await page.goto(`/s/${slug}`);
  await page.getByRole('combobox', { name: webWords('ko')('shell.language') }).selectOption('ja');
  await page.locator('html[lang="ja"]').waitFor();
  await page.reload();
  await page.getByText(webWords('ja')('answer.intro.lead')).waitFor();
});
