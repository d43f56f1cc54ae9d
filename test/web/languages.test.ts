import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { submitAnswers, threeFriends } from '../../client/friends.js';
import { curiousFriend, openDraftAtEnd, sendAnswers } from '../../scripts/browser/answerSurvey.js';
import { mirrorMessages, sendAndAwaitReply } from '../../scripts/browser/chat.js';
import { useWeb } from '../testkit/useWeb.js';
import { areas } from '../testkit/webMessages.js';
import { agree, firstSurvey, openPersona, signInByRedirect } from './steps/becomeOwner.js';
import { appStarted } from './steps/appStart.js';

const web = useWeb();

/** Finds an untranslated key, an unresolved choice of particles, or a page that is wider than the phone. */
async function checkWords(page: Page, locale: string, letters: RegExp): Promise<void> {
  expect(await page.locator('html').getAttribute('lang')).toBe(locale);
  const text = await page.locator('body').innerText();
  expect(text).toMatch(letters);
  expect(text).not.toMatch(new RegExp(`\\b(?:${areas.join('|')})\\.[a-zA-Z]`));
  expect(text).not.toMatch(/[(（].{1,3}\/.{1,3}[)）]|\{\w+\}/u);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
}

it('the language chosen last is shown, whichever loads first, also on a page opened meanwhile', async () => {
  const { page, context } = await web.open('desktop');
  await page.goto('/');
  await appStarted(page);
  const hold = Promise.withResolvers<void>();
  await context.route(/\/assets\/(?:ja|ko)-[^/]*\.js$/, async (route) => {
    await hold.promise;
    await route.continue();
  });
  const language = page.getByRole('combobox', { name: 'Language' });
  const requestOf = (file: RegExp) => page.waitForRequest((request) => file.test(request.url()));
  await Promise.all([requestOf(/\/ja-/), language.selectOption('ja')]);
  await Promise.all([requestOf(/\/ko-/), language.selectOption('ko')]);
  await page.getByRole('link', { name: 'Privacy' }).first().click();
  await page.waitForURL((url) => url.pathname === '/privacy');
  hold.resolve();
  await page.locator('html[lang="ko"]').waitFor();
  await checkWords(page, 'ko', /[가-힣]{2}/);
});

it.each([
  {
    locale: 'ko',
    browser: 'ko-KR',
    account: 0,
    letters: /[가-힣]{2}/,
    question: '친구들은 내 어떤 점을 좋아해?',
  },
  {
    locale: 'ja',
    browser: 'ja-JP',
    account: 1,
    letters: /[ぁ-んァ-ヶ]{2}/,
    question: '友だちは私のどこが好き？',
  },
] as const)(
  'in $locale every page of the journey is in that language, also for a friend with an English phone',
  async ({ locale, browser, account, letters, question }) => {
    const { page } = await web.open('phone', { locale: browser });
    await page.goto('/');
    await page.getByRole('heading', { level: 1 }).waitFor();
    await checkWords(page, locale, letters);
    await signInByRedirect(page, locale, account);
    await agree(page, locale, '1996');
    const link = await firstSurvey(page, locale);
    await checkWords(page, locale, letters);

    const friend = await web.open('phone');
    await openDraftAtEnd(friend.page, link, curiousFriend);
    await sendAnswers(friend.page);
    await checkWords(friend.page, locale, letters);
    for (const view of threeFriends.slice(0, 2)) await submitAnswers(web.url, link.split('/')[2] ?? '', view);

    await openPersona(page, locale);
    await checkWords(page, locale, letters);
    await page.goto(`${new URL(page.url()).pathname}/chat`);
    expect(await mirrorMessages(page).first().innerText()).toMatch(letters);
    expect(await sendAndAwaitReply(page, question)).toMatch(letters);
    await checkWords(page, locale, letters);
  },
);
