import { expect, it } from 'vitest';
import { submitAnswers, threeFriends } from '../../client/friends.js';
import { curiousFriend, openDraftAtEnd } from '../../scripts/browser/answerSurvey.js';
import { storedResponses } from '../testkit/counts.js';
import { newSurvey } from '../testkit/seed.js';
import { until } from '../testkit/until.js';
import { useWeb } from '../testkit/useWeb.js';
import type { Visitor } from '../testkit/visitor.js';

const web = useWeb();

/** A friend who sends the answers although the phone has just lost the network. */
async function sendOffline(slug: string): Promise<Visitor> {
  const friend = await web.open('phone');
  friend.allow(/ERR_INTERNET_DISCONNECTED/);
  await openDraftAtEnd(friend.page, `/s/${slug}`, curiousFriend);
  await friend.context.setOffline(true);
  await friend.page.locator('article .button').click();
  await friend.page.getByRole('heading', { level: 1, name: 'Saved on this device' }).waitFor();
  return friend;
}

it('answers sent offline are stored, and sent once when the network is back', async () => {
  const owner = await web.openAs('Mina Park', 'desktop');
  const survey = await newSurvey(owner.client);
  const { page, context } = await sendOffline(survey.slug);
  expect(await storedResponses(web.app, survey.id)).toBe(0);
  await context.setOffline(false);
  await page.waitForURL(/\/thanks$/);
  expect(await storedResponses(web.app, survey.id)).toBe(1);
});

it('stored answers of a closed page are sent when any page of the app is opened', async () => {
  const owner = await web.openAs('Mina Park', 'desktop');
  const survey = await newSurvey(owner.client);
  const { page, context } = await sendOffline(survey.slug);
  await page.close();
  await context.setOffline(false);
  const later = await context.newPage();
  await later.goto('/privacy');
  await until('the answers arrive', async () => (await storedResponses(web.app, survey.id)) === 1);
});

it('a page retries automatically while the server is too busy', async () => {
  const owner = await web.openAs('Mina Park', 'desktop');
  const survey = await newSurvey(owner.client);
  const friend = await web.open('phone');
  const { page, context } = friend;
  friend.allow(/503/);
  let turnedAway = 0;
  await context.route('**/graphql', async (route) => {
    if ((turnedAway += 1) > 2) return route.continue();
    const extensions = { code: 'SERVICE_UNAVAILABLE', retryAfter: 2 };
    const errors = [{ message: 'Too busy right now. Try again.', extensions }];
    return route.fulfill({ status: 503, contentType: 'application/json', body: JSON.stringify({ errors }) });
  });
  // As when the server was too busy to read the survey for its page: the app has to ask.
  await page.route(`**/s/${survey.slug}`, async (route) => {
    const answer = await route.fetch();
    const body = (await answer.text()).replace(/<script type="application\/json"[\s\S]*?<\/script>/, '');
    await route.fulfill({ status: answer.status(), contentType: 'text/html; charset=utf-8', body });
  });
  await page.goto(`/s/${survey.slug}`);
  await page.getByRole('button', { name: 'Start' }).waitFor();
  expect(turnedAway).toBe(3);
});

it('an owner whose subscription was refused by a busy server sees the next answer without a reload', async () => {
  const { page, client } = await web.openAs('Mina Park', 'desktop');
  const survey = await newSurvey(client);
  const refused = new Set<string>();
  await page.routeWebSocket(/\/graphql$/, (socket) => {
    const server = socket.connectToServer();
    socket.onMessage((message) => {
      const { type, id, payload } = JSON.parse(String(message)) as { [name in 'type' | 'id']: string } & {
        payload?: { query?: string };
      };
      const query = payload?.query ?? '';
      if (type !== 'subscribe' || refused.has(query)) return server.send(message);
      refused.add(query);
      const busy = { message: 'Too busy.', extensions: { code: 'SERVICE_UNAVAILABLE', retryAfter: 0.1 } };
      socket.send(JSON.stringify({ type: 'error', id, payload: [busy] }));
    });
  });
  await page.goto(`/surveys/${survey.id}`);
  await page.getByText('0 of 3 friends').waitFor();
  const [friend] = threeFriends;
  if (friend !== undefined) await submitAnswers(web.url, survey.slug, friend);
  await page.getByText('1 of 3 friends').waitFor();
  expect(refused.size).toBeGreaterThan(0);
});

it('a page that was opened offline is shown when the network is back', async () => {
  const friend = await web.open('phone');
  const { page, context } = friend;
  friend.allow(/ERR_INTERNET_DISCONNECTED|dynamically imported/);
  await page.goto('/');
  await page.getByRole('heading', { level: 1 }).waitFor();
  await context.setOffline(true);
  await page.getByRole('link', { name: 'Privacy' }).first().click();
  await page.getByText('You’re offline.').waitFor();
  expect(new URL(page.url()).pathname).toBe('/');
  await context.setOffline(false);
  await page.waitForURL((url) => url.pathname === '/privacy');
  await page.getByRole('heading', { level: 1 }).waitFor();
});

it('an app whose files fail to load says so in three languages, and starts after a reload', async () => {
  const friend = await web.open('phone');
  const { page, context } = friend;
  friend.allow(/ERR_FAILED|dynamically imported/);
  await context.route(/\/first-[^/]*\.js$/, (route) => route.abort());
  let loads = 0;
  page.on('load', () => (loads += 1));
  await page.goto('/');
  // The app reloads itself once, and then not again: a click before that would be lost.
  await until('the app has reloaded itself', () => loads === 2);
  for (const again of ['Reload', '다시 불러오기', '再読み込み'])
    await page.getByRole('button', { name: again }).waitFor();
  await context.unroute(/\/first-[^/]*\.js$/);
  await page.getByRole('button', { name: 'Reload' }).click();
  await page.getByRole('heading', { level: 1 }).waitFor();
});

it('a font that fails to load does not reload the page', async () => {
  const friend = await web.open('phone', { locale: 'ko' });
  const { page, context } = friend;
  friend.allow(/ERR_FAILED/);
  await context.route(/\/korean-[^/]*\.css$/, (route) => route.abort());
  let loads = 0;
  page.on('load', () => (loads += 1));
  const lost = page.waitForEvent('requestfailed');
  await page.goto('/');
  await page.getByRole('heading', { level: 1 }).waitFor();
  await lost;
  await page.getByRole('link', { name: '개인정보' }).first().click();
  await page.waitForURL((url) => url.pathname === '/privacy');
  expect(loads).toBe(1);
});
