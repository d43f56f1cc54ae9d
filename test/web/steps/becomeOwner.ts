import type { Page } from 'playwright-core';
import { pastReveal } from '../../../scripts/browser/pastReveal.js';
import type { Locale } from '../../../web/src/i18n/locales.js';
import { webWords } from '../../testkit/webWords.js';

/**
 * Signs in from the landing page, through the stand-in for Google.
 * @param account one of its accounts, or someone else
 */
export async function signInByRedirect(
  page: Page,
  locale: Locale,
  account: number | { name: string; email: string },
): Promise<void> {
  const words = webWords(locale);
  await page.getByRole('button', { name: words('landing.button') }).click();
  await page.waitForURL(/\/demo\/google\/authorize/);
  if (typeof account === 'number') return page.locator('a.account').nth(account).click();
  await page.locator('#name').fill(account.name);
  await page.locator('#email').fill(account.email);
  await page.locator('#email').press('Enter');
}

/** Fills in the month of birth and agrees, on the welcome page. */
export async function agree(page: Page, locale: Locale, year: string): Promise<void> {
  const words = webWords(locale);
  await page.getByRole('heading', { level: 1, name: words('entry.before') }).waitFor();
  await page.getByLabel(words('entry.year')).fill(year);
  await page.getByLabel(words('entry.month'), { exact: true }).selectOption({ index: 4 });
  await page.getByRole('button', { name: words('entry.goOn') }).click();
}

/** The first survey, which opens after the consent. @returns the path of its link */
export async function firstSurvey(page: Page, locale: Locale): Promise<string> {
  const words = webWords(locale);
  return new URL(await page.getByLabel(words('survey.share.link')).inputValue()).pathname;
}

/** Opens the persona from its survey's page, and skips the reveal. */
export async function openPersona(page: Page, locale: Locale): Promise<void> {
  const words = webWords(locale);
  await page.getByRole('link', { name: words('survey.sealed.open') }).click();
  await pastReveal(page, page.getByRole('dialog').getByRole('button', { name: words('making.skip') }));
}
