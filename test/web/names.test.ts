import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { newSurvey } from '../testkit/seed.js';
import { useWeb } from '../testkit/useWeb.js';
import { readyPersona } from './steps/readyPersona.js';

const web = useWeb();

/** Opens the survey of a person with this name, as a friend on a narrow phone. */
async function openSurveyOf(displayName: string): Promise<Page> {
  const owner = await web.openAs('Mina Park', 'phone');
  const { slug } = await newSurvey(owner.client, { displayName });
  const { page } = await web.open('phone', { viewport: { width: 320, height: 640 } });
  await page.goto(`/s/${slug}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  return page;
}

/** The words of the page that are on two lines, though each would fit on one. */
const brokenWords = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const broken: string[] = [];
    const texts = document.createTreeWalker(
      document.querySelector('main') ?? document.body,
      NodeFilter.SHOW_TEXT,
    );
    while (texts.nextNode()) {
      const node = texts.currentNode;
      for (const word of (node.textContent ?? '').matchAll(/[\p{L}\p{M}]+/gu)) {
        const range = document.createRange();
        range.setStart(node, word.index);
        range.setEnd(node, word.index + word[0].length);
        const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
        if (lines.size > 1) broken.push(word[0]);
      }
    }
    return broken;
  });

it.each([
  'Alexandria Featherstonehaugh Cholmondeley Konstantinidis',
  'Anne-Marie 👩‍👩‍👧‍👦 Bartholomew 🌸🌸🌸',
  'Maximiliana Oppenheimer-Schwarzenberg',
])('a long name breaks between its words: %s', async (name) => {
  const page = await openSurveyOf(name);
  expect(await page.getByRole('heading', { level: 1 }).innerText()).toContain(name.split(' ')[0]);
  expect(await brokenWords(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
});

it('a name of one word that is longer than the screen causes no sideways scrolling', async () => {
  const page = await openSurveyOf('Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
});

it('a name that is written from right to left is isolated in every sentence', async () => {
  const page = await openSurveyOf('أحمد');
  const sentences = (await page.locator('main').innerText())
    .split('\n')
    .filter((line) => line.includes('أحمد'));
  expect(sentences.length).toBeGreaterThan(1);
  for (const sentence of sentences) expect(sentence).toContain('\u2068أحمد\u2069');
});

it('the rails of the traits are visible in forced colours', async () => {
  const { page, client } = await web.openAs('Mina Park', 'phone', { forcedColors: 'active' });
  await page.addInitScript(`localStorage.setItem('mirai.revealed', '[]')`);
  await page.goto(`/personas/${await readyPersona(client, web.url)}`);
  page
    .locator('.reveal .skip')
    .click()
    .catch(() => undefined);
  const rail = page.locator('#traits .track').first();
  await rail.waitFor();
  const colours = await rail.evaluate((track) => {
    const [band, mark] = ['.band', '.mark'].map((part) => getComputedStyle(track.querySelector(part)!));
    return {
      border: getComputedStyle(track).borderTopStyle,
      band: band!.backgroundColor,
      mark: mark!.backgroundColor,
      page: getComputedStyle(document.body).backgroundColor,
    };
  });
  expect(colours.border).toBe('solid');
  expect(new Set([colours.band, colours.mark, colours.page]).size).toBe(3);
});
