import type { BrowserContext, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { countRows } from '../chat/talk.js';
import type { Device } from '../../scripts/browser/devices.js';
import { newSurvey, someone } from '../testkit/seed.js';
import { until } from '../testkit/until.js';
import { useWeb } from '../testkit/useWeb.js';
import type { Visitor, VisitorOptions } from '../testkit/visitor.js';
import { webWords } from '../testkit/webWords.js';
import { appStarted, isAppStarted } from './steps/appStart.js';
import { type Language, languages, readers, sharedPaths } from './steps/sharedPages.js';

const web = useWeb();

/** A visitor who leaves pages alone. */
const openUntouched = (device: Device, options: VisitorOptions = {}): Promise<Visitor> =>
  web.open(device, { ...options, isUntouched: true });

/** Waits until the files of the app have been fetched in advance. The app would have started before that. */
async function fetchedAhead(page: Page, context: BrowserContext, path: string): Promise<void> {
  const fetched = new Set<string>();
  context.on('requestfinished', (request) => fetched.add(new URL(request.url()).pathname));
  await page.goto(path);
  const names = await page.locator('script[data-scripts]').evaluate(({ dataset }) => {
    return `${dataset['scripts']} ${dataset['soon']}`.trim().split(' ');
  });
  expect(names.length).toBeGreaterThan(3);
  await until('the files are there', () => names.every((name) => fetched.has(name)));
}

describe.each(languages)('in %s,', (language) => {
  const words = webWords(language);

  it('a shared page runs no script of the app before the visitor’s first sign', async () => {
    const paths = await sharedPaths(web.url, language);
    for (const path of ['/', paths.survey, paths.persona]) {
      const { page, context } = await openUntouched('phone', { locale: readers[language] });
      await fetchedAhead(page, context, path);
      await page.evaluate(() => document.fonts.ready);
      expect(await page.locator('script[type="module"], link[rel="modulepreload"]').count(), path).toBe(0);
      expect(await isAppStarted(page), path).toBe(false);
    }
  });

  it('the first tap on a survey leads to its first question', async () => {
    await using owner = await someone(web.url);
    const { slug } = await newSurvey(owner.client, { locale: language.toUpperCase() as Uppercase<Language> });
    const { page, context } = await openUntouched('phone', { locale: readers[language] });
    await fetchedAhead(page, context, `/s/${slug}`);
    await page.getByRole('link', { name: words('answer.intro.begin') }).tap();
    await page.locator('[role="progressbar"][aria-valuenow="1"]').waitFor();
  });

  it('evidence that is opened on a published persona before the app has started stays open', async () => {
    const { persona } = await sharedPaths(web.url, language);
    const { page } = await openUntouched('phone', { locale: readers[language] });
    await page.goto(persona);
    const sentence = page.locator('details').nth(1);
    const text = await sentence.innerText();
    await sentence.locator('summary').tap();
    await appStarted(page);
    expect(await page.locator('details[open]').count()).toBe(1);
    expect(await page.locator('details[open]').innerText()).toContain(text);
  });

  it('the list of languages stays open while someone chooses, and the choice is kept', async () => {
    const other = language === 'ja' ? 'ko' : 'ja';
    const { page } = await openUntouched('phone', { locale: readers[language] });
    await page.goto('/');
    await page.getByRole('combobox', { name: words('shell.language') }).focus();
    // The app has loaded, and waits: it had many turns in which it could have started.
    await page.waitForFunction(() => history.state !== null);
    await page.evaluate(async () => {
      for (let turn = 0; turn < 100; turn += 1) await new Promise((resolve) => setTimeout(resolve));
    });
    expect(await isAppStarted(page)).toBe(false);
    await page.getByRole('combobox', { name: words('shell.language') }).selectOption(other);
    await page.getByRole('heading', { level: 1, name: webWords(other)('landing.title') }).waitFor();
    await appStarted(page);
  });
});

const signs: Record<string, (page: Page) => Promise<unknown>> = {
  'the pointer moves': (page) => page.mouse.move(50, 300),
  'a key is pressed': (page) => page.keyboard.press('Shift'),
  'it scrolls': (page) => page.evaluate(() => scrollBy(0, 200)),
  'a screen reader moves the focus': (page) => page.locator('a.home').focus(),
  'a screen reader clicks': (page) => page.evaluate(() => document.querySelector('h1')?.click()),
  'another tab stores something': async (page) => {
    const other = await page.context().newPage();
    await other.goto('/privacy');
    await other.evaluate(() => localStorage.setItem('mirai.locale', 'en'));
  },
};

it.each(Object.entries(signs))('the app starts when %s', async (_what, sign) => {
  const { page, context } = await openUntouched('desktop');
  await fetchedAhead(page, context, '/');
  expect(await isAppStarted(page)).toBe(false);
  await sign(page);
  await appStarted(page);
});

it('someone who goes through a page with the keyboard keeps the focus when the app starts', async () => {
  const { page } = await openUntouched('desktop');
  await page.goto('/');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await appStarted(page);
  await expect
    .poll(() => page.locator('a.home').evaluate((home) => home === document.activeElement))
    .toBe(true);
});

it.each(['light', 'dark'] as const)(
  'the %s theme changes when its button is pressed before the app has loaded',
  async (colorScheme) => {
    const { page, context } = await openUntouched('phone', { colorScheme });
    const hold = Promise.withResolvers<void>();
    await context.route(/\/assets\/.*\.js$/, async (route) => {
      await hold.promise;
      await route.continue();
    });
    await page.goto('/', { waitUntil: 'commit' });
    await page.getByRole('button', { name: webWords('en')('shell.changeTheme') }).tap();
    // It shows that it was pressed.
    await page.locator('button.busy').waitFor();
    hold.resolve();
    await page.locator(`html[data-theme="${colorScheme === 'light' ? 'dark' : 'light'}"]`).waitFor();
    await page.getByRole('button', { name: webWords('en')('shell.changeTheme') }).waitFor();
    expect(await page.locator('button.busy').count()).toBe(0);
  },
);

it('a page whose app cannot load says so in three languages, and reloads when asked', async () => {
  const visitor = await openUntouched('phone');
  const { page, context } = visitor;
  visitor.allow(/Failed to load resource|ERR_FAILED/);
  let isBroken = true;
  await context.route(/\/assets\/.*\.js$/, (route) => (isBroken ? route.abort() : route.continue()));
  await page.goto('/');
  await page.getByRole('button', { name: webWords('en')('shell.changeTheme') }).tap();
  const alerts = page.getByRole('alert');
  await until('it is said in three languages', async () => (await alerts.count()) === languages.length);
  expect(await page.locator('button.busy').count()).toBe(0);
  isBroken = false;
  await alerts.first().getByRole('button').tap();
  await page.locator('h1').waitFor();
  await page.mouse.move(50, 300);
  await appStarted(page);
  expect(await alerts.count()).toBe(0);
});

it('the example is shown without a touch in a window in which it is visible', async () => {
  const { page } = await openUntouched('desktop', { viewport: { width: 1280, height: 1600 } });
  await page.goto('/');
  await page.getByRole('article', { name: webWords('en')('example.title') }).waitFor();
});

it('a person who has an account, or came from a page that needs one, gets the app without a touch', async () => {
  const owner = await web.openAs('Mina Park', 'phone', { isUntouched: true });
  await owner.page.goto('/');
  await owner.page.getByRole('link', { name: webWords('en')('landing.continue') }).waitFor();
  const { page } = await openUntouched('phone');
  await page.goto('/home');
  await page.getByText(webWords('en')('landing.next')).waitFor();
});

it('a friend who has begun to answer continues without a touch', async () => {
  await using owner = await someone(web.url);
  const { slug } = await newSurvey(owner.client);
  const { page, context } = await openUntouched('phone');
  await page.goto(`/s/${slug}`);
  await page.getByRole('link', { name: webWords('en')('answer.intro.begin') }).tap();
  await page.locator('article li button').first().click();
  await page.locator('[role="progressbar"][aria-valuenow="2"]').waitFor();
  await page.close();
  const again = await context.newPage();
  await again.goto(`/s/${slug}`);
  await again.locator('[role="progressbar"][aria-valuenow="2"]').waitFor();
});

it('a look at a survey and at a published persona counts without a touch', async () => {
  const paths = await sharedPaths(web.url, 'en');
  // Test browsers say that they are programs, which do not count.
  const userAgent =
    'Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 Chrome/142.0.0.0 Mobile Safari/537.36';
  for (const [path, kind] of [
    [paths.survey, 'SURVEY_VIEW'],
    [paths.persona, 'PERSONA_VIEW'],
  ] as const) {
    const count = (): Promise<number> => countRows(web.app, 'daily_count', `kind = '${kind}'`);
    expect(await count()).toBe(0);
    const { page, context } = await openUntouched('phone', { userAgent });
    await fetchedAhead(page, context, path);
    await until('the look is counted', async () => (await count()) === 1);
    expect(await isAppStarted(page)).toBe(false);
  }
});
