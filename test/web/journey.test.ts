import { expect, it } from 'vitest';
import { useWeb } from '../testkit/useWeb.js';
import { answerSurvey, curiousFriend, type Taps } from '../../scripts/browser/answerSurvey.js';
import { agree, signInByRedirect } from './steps/signInByRedirect.js';

const web = useWeb({ tokensPerSecond: 40 });

const friends: Taps[] = [
  curiousFriend,
  { ...curiousFriend, relation: 4, scale: (item) => [3, 3, 2, 1, 4][item % 5] ?? 2, line: undefined },
  { ...curiousFriend, relation: 1, closeness: 3, line: 'knows the name of every dog in the park' },
];

it('leads from the landing page over three friends and the reveal to a talk with the mirror', async () => {
  const owner = await web.open('desktop', { reducedMotion: 'no-preference' });
  const { page } = owner;
  await page.goto('/');
  await signInByRedirect(page, 'Mina Park');
  await agree(page, { year: '1996', month: 'April' });

  await page.getByRole('heading', { level: 1, name: 'My mirrors' }).waitFor();
  await page.getByRole('link', { name: 'Create my survey' }).click();
  await page.getByLabel('The name friends see').fill('Mina');
  await page.getByRole('button', { name: 'Create' }).click();
  const link = await page.getByLabel('Link to the survey').inputValue();
  expect(link).toMatch(new RegExp(`^${web.url}/s/[\\w-]+$`));
  await page.getByText('0 of 3 friends').waitFor();
  const surveyPage = page.url();

  let loads = 0;
  page.on('load', () => (loads += 1));
  const phones = await Promise.all(friends.map(() => web.open('phone')));
  for (const [at, phone] of phones.entries()) {
    await answerSurvey(phone.page, new URL(link).pathname, friends[at] ?? curiousFriend);
    if (at < 2) await page.getByText(`${at + 1} of 3 friends`).waitFor();
  }
  await page.getByRole('link', { name: 'Look into the mirror' }).click();
  await page.getByRole('dialog').waitFor();
  await page.getByRole('button', { name: 'Skip' }).click();
  await page.getByRole('heading', { level: 1 }).waitFor();
  expect(new URL(page.url()).pathname).toMatch(/^\/personas\//);
  expect(surveyPage).toContain('/surveys/');
  expect(loads, 'the owner never had to reload').toBe(0);
}, 120_000);
