import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { submitAnswers, threeFriends } from '../../client/friends.js';
import { answerAllQuestions, curiousFriend, sendAnswers } from '../../scripts/browser/answerSurvey.js';
import { sendAndAwaitReply } from '../../scripts/browser/chat.js';
import { newEmail } from '../testkit/seed.js';
import { useWeb } from '../testkit/useWeb.js';
import type { Visitor } from '../testkit/visitor.js';
import { agree, firstSurvey, openPersona, signInByRedirect } from './steps/becomeOwner.js';

const web = useWeb();

const script = (source: string) => async (visitor: Visitor) => {
  await visitor.context.addInitScript(source);
};

/** Serves the styles with these functions renamed, so that the browser knows none of them. */
const styles =
  (...functions: string[]) =>
  async ({ context }: Visitor): Promise<void> => {
    const pattern = new RegExp(`\\b(?:${functions.join('|')})\\(`, 'g');
    await context.route(/\.css$/, async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, body: (await response.text()).replace(pattern, 'unknown-$&') });
    });
    const unknown = JSON.stringify(functions);
    await context.addInitScript(`
      const supports = CSS.supports.bind(CSS);
      CSS.supports = (...parts) => !${unknown}.some((name) => parts.join().includes(name)) && supports(...parts);`);
  };

/** Each feature, and how to take it from a browser. */
const features: Record<string, (visitor: Visitor) => Promise<void>> = {
  'light-dark(), oklch() and color-mix()': styles('light-dark', 'oklch', 'color-mix'),
  'URL.canParse': script('delete URL.canParse'),
  'Intl.Segmenter': script('delete Intl.Segmenter'),
  structuredClone: script('delete globalThis.structuredClone'),
  'locks and random UUIDs, as over plain HTTP': script(`
    delete Navigator.prototype.locks;
    delete Crypto.prototype.randomUUID;
    delete Navigator.prototype.clipboard;`),
  localStorage: script(
    `Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('Blocked', 'SecurityError'); } });`,
  ),
  BroadcastChannel: script('delete globalThis.BroadcastChannel'),
};

/** The texts of a page that can hardly be read, as "text: contrast". */
async function paleTexts(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true })!;
    /** Red, green, blue and opacity of a computed colour, whatever its notation. */
    const parse = (color: string): number[] => {
      canvas.clearRect(0, 0, 1, 1);
      canvas.fillStyle = '#000';
      canvas.fillStyle = color;
      canvas.fillRect(0, 0, 1, 1);
      return [...canvas.getImageData(0, 0, 1, 1).data];
    };
    const light = (color: number[]): number =>
      color.slice(0, 3).reduce((sum, part, at) => {
        const share = part / 255;
        const linear = share <= 0.04 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
        return sum + linear * ([0.2126, 0.7152, 0.0722][at] ?? 0);
      }, 0);
    const behind = (start: Element): number[] => {
      for (let at: Element | null = start; at !== null; at = at.parentElement) {
        const color = parse(getComputedStyle(at).backgroundColor);
        if (color[3] === 255) return color;
      }
      return [255, 255, 255, 255];
    };
    return [...document.querySelectorAll('h1, h2, h3, p, a, button, label')]
      .filter((one) => one.textContent?.trim() && one.checkVisibility({ visibilityProperty: true }))
      .filter((one) => !one.matches('.visually-hidden, .skip'))
      .map((one): [string, number] => {
        const [a = 0, b = 0] = [light(parse(getComputedStyle(one).color)), light(behind(one))].sort();
        return [(one.textContent ?? '').trim().slice(0, 40), (b + 0.05) / (a + 0.05)];
      })
      .filter(([, contrast]) => contrast < 3)
      .map(([text, contrast]) => `${text}: ${contrast.toFixed(1)}`);
  });
}

it.each(Object.keys(features))('the journey works without %s', async (name) => {
  const owner = await web.open('desktop');
  await features[name]?.(owner);
  const { page } = owner;
  await page.goto('/');
  await signInByRedirect(page, 'en', { name: 'Mina Park', email: newEmail() });
  await agree(page, 'en', '1996');
  const link = await firstSurvey(page, 'en');
  await page.getByText('0 of 3 friends').waitFor();
  expect(await paleTexts(page)).toEqual([]);

  const friend = await web.open('phone');
  await features[name]?.(friend);
  await answerAllQuestions(friend.page, link, curiousFriend);
  expect(await paleTexts(friend.page)).toEqual([]);
  await sendAnswers(friend.page);
  await page.getByText('1 of 3 friends').waitFor();
  const slug = link.split('/').at(-1) ?? '';
  for (const answers of threeFriends.slice(0, 2)) await submitAnswers(web.app.url, slug, answers);

  await openPersona(page, 'en');
  expect(await paleTexts(page)).toEqual([]);
  await page.getByRole('link', { name: 'Talk to your mirror' }).first().click();
  expect(await sendAndAwaitReply(page, 'What do my friends like most about me?')).not.toBe('');
});

it.each(['light', 'dark'] as const)(
  'every text can be read without the newest colour functions in the %s theme',
  async (colorScheme) => {
    const visitor = await web.open('phone', { colorScheme });
    await features['light-dark(), oklch() and color-mix()']?.(visitor);
    await visitor.page.goto('/');
    await visitor.page.getByRole('heading', { level: 1 }).waitFor();
    expect(await paleTexts(visitor.page)).toEqual([]);
    const fills = await visitor.page
      .locator('svg path')
      .evaluateAll((all) => all.map((one) => getComputedStyle(one).fill));
    expect(fills.length).toBeGreaterThan(10);
    expect(new Set(fills).size, 'shades of the mirror').toBeGreaterThan(2);
  },
);
