import { expect, it } from 'vitest';
import { answerToTheEnd, curiousFriend } from '../../scripts/browser/answerSurvey.js';
import { rowsOf } from '../testkit/counts.js';
import { newSurvey } from '../testkit/seed.js';
import { until } from '../testkit/until.js';
import { useWeb } from '../testkit/useWeb.js';
import type { Visitor } from '../testkit/visitor.js';

const web = useWeb();

/** A friend at the last button, whose phone has just lost the network and who presses it all the same. */
async function sentOffline(slug: string): Promise<Visitor> {
  const friend = await web.open('phone');
  friend.allow(/ERR_INTERNET_DISCONNECTED/);
  await answerToTheEnd(friend.page, `/s/${slug}`, curiousFriend);
  await friend.context.setOffline(true);
  await friend.page.locator('article .button').click();
  await friend.page.getByRole('heading', { level: 1, name: 'Kept on this device' }).waitFor();
  return friend;
}

it('answers sent without a network are kept, and go by themselves when it is back, once', async () => {
  const owner = await web.openAs('Mina Park', 'desktop');
  const survey = await newSurvey(owner.client);
  const { page, context } = await sentOffline(survey.slug);
  expect(await rowsOf(web.app, survey.id)).toBe(0);
  await context.setOffline(false);
  await page.waitForURL(/\/thanks$/);
  expect(await rowsOf(web.app, survey.id)).toBe(1);
}, 90_000);

it('answers kept by a page that was closed go when the app is opened anywhere', async () => {
  const owner = await web.openAs('Mina Park', 'desktop');
  const survey = await newSurvey(owner.client);
  const { page, context } = await sentOffline(survey.slug);
  await page.close();
  await context.setOffline(false);
  const later = await context.newPage();
  await later.goto('/privacy');
  await until('the answers arrive', async () => (await rowsOf(web.app, survey.id)) === 1);
}, 90_000);

it('a page that finds the server too busy comes by itself when it is not', async () => {
  const owner = await web.openAs('Mina Park', 'desktop');
  const survey = await newSurvey(owner.client);
  const { page, context, allow } = await web.open('phone');
  allow(/503/);
  let turnedAway = 0;
  await context.route('**/graphql', async (route) => {
    if ((turnedAway += 1) > 2) return route.continue();
    const extensions = { code: 'SERVICE_UNAVAILABLE', retryAfter: 2 };
    const errors = [{ message: 'Too busy right now. Try again.', extensions }];
    return route.fulfill({ status: 503, contentType: 'application/json', body: JSON.stringify({ errors }) });
  });
  await page.goto(`/s/${survey.slug}`);
  await page.getByRole('heading', { level: 1, name: 'How do you see Mina?' }).waitFor();
  expect(turnedAway).toBe(3);
}, 60_000);
