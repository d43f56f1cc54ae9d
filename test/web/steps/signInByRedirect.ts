import type { Page } from 'playwright-core';

/** From the landing page through the stand-in for Google and back, as somebody who is new here. English pages. */
export async function signInByRedirect(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Make my mirror' }).click();
  await page.waitForURL(/\/demo\/google\/authorize/);
  await page.getByLabel('Name').fill(name);
  await page.getByRole('button', { name: 'Continue' }).click();
}

/** Says a month of birth and agrees, on the page of welcome. */
export async function agree(page: Page, born: { year: string; month: string }): Promise<void> {
  await page.getByRole('heading', { level: 1, name: 'Before you look into the mirror' }).waitFor();
  await page.getByLabel('Year').fill(born.year);
  await page.getByLabel('Month').selectOption({ label: born.month });
  await page.getByRole('checkbox').check();
  await page.getByRole('button', { name: 'Agree and go on' }).click();
}
