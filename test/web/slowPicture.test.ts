import { expect, it } from 'vitest';
import { pastReveal } from '../../scripts/browser/pastReveal.js';
import { newSurvey, statesUntil, threeAnswers } from '../testkit/seed.js';
import { useWeb } from '../testkit/useWeb.js';

const web = useWeb();

it('the words are there while the picture is drawn, and the picture appears on the open page', async () => {
  const gate = Promise.withResolvers<void>();
  web.app.model.script({ path: 'images', do: 'hold', until: gate.promise });
  const { page, client } = await web.openAs('Mina Park', 'phone');
  const survey = await newSurvey(client);
  await page.goto(`/personas/${survey.persona.id}`);
  await page.getByText('Waiting for friends').waitFor();
  await threeAnswers(web.url, survey.slug);
  await pastReveal(page);
  const [written] = (await statesUntil(client, survey.persona.id, ['GENERATING_IMAGE'])).slice(-1);
  await page.getByRole('heading', { level: 1, name: written?.title ?? '' }).waitFor();
  await page.getByText('Your picture is being drawn.').waitFor();
  await page.locator('#summary').waitFor();
  const picture = page.locator('.portrait').getByRole('img');
  expect([
    await picture.count(),
    await page.getByRole('link', { name: 'Talk to your mirror' }).count(),
  ]).toEqual([0, 0]);
  // Gone after a reload.
  await page.evaluate("document.body.dataset.isSame = 'yes'");

  gate.resolve();
  await picture.waitFor();
  await page.getByRole('link', { name: 'Talk to your mirror' }).waitFor();
  expect(await page.getByText('Your picture is being drawn.').count()).toBe(0);
  expect(await page.evaluate('document.body.dataset.isSame')).toBe('yes');
});

it('a step that waits says why and counts down, and goes on by itself', async () => {
  web.app.model.script({ path: 'chat', do: 'fail', status: 429, retryAfter: 4 });
  const { page, client } = await web.openAs('Mina Park', 'phone');
  const survey = await newSurvey(client);
  await page.goto(`/personas/${survey.persona.id}`);
  await page.getByText('Waiting for friends').waitFor();
  await threeAnswers(web.url, survey.slug);
  await page.getByRole('timer').filter({ hasText: '(try 2)' }).waitFor();
  await page.getByText('The language model is very busy right now.').waitFor();
  await pastReveal(page);
  await page.locator('#summary').waitFor();
  expect(await page.getByRole('timer').count()).toBe(0);
});
