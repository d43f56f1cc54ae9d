import { expect, it } from 'vitest';
import { submitAnswers, threeFriends } from '../../client/friends.js';
import { ChooseVoiceDocument } from '../../operations/generated/graphql.js';
import { curiousFriend, openDraftAtEnd, sendAnswers } from '../../scripts/browser/answerSurvey.js';
import { mirrorMessages, sendMessage, stopButton } from '../../scripts/browser/chat.js';
import { pastReveal } from '../../scripts/browser/pastReveal.js';
import { signedInStorage } from '../../scripts/browser/signedInStorage.js';
import { conductNextReply } from '../chat/talk.js';
import { newSurvey, submitAll } from '../testkit/seed.js';
import { sixFriends } from '../testkit/sixFriends.js';
import { until } from '../testkit/until.js';
import { useWeb } from '../testkit/useWeb.js';
import { surveyOf } from '../testkit/versions.js';
import { webWords } from '../testkit/webWords.js';
import { readyPersona } from './steps/readyPersona.js';

const web = useWeb();

/** A message of the app over its socket. */
interface SocketMessage {
  id?: string;
  type: string;
  payload?: { query: string };
}

it('two tabs of an owner count the same answer, and both leave when one signs out', async () => {
  const owner = await web.openAs('Mina Park', 'desktop');
  // A request of the other tab at that moment is refused.
  owner.allow(/401/);
  const survey = await newSurvey(owner.client);
  const other = await owner.context.newPage();
  for (const page of [owner.page, other]) {
    await page.goto(`/surveys/${survey.id}`);
    await page.getByText('0 of 3 friends').waitFor();
  }
  const [friend] = threeFriends;
  if (friend !== undefined) await submitAnswers(web.url, survey.slug, friend);
  for (const page of [owner.page, other]) await page.getByText('1 of 3 friends').waitFor();

  await owner.page.goto('/settings');
  await owner.page.getByRole('button', { name: 'Sign out' }).click();
  for (const page of [owner.page, other])
    await page.getByRole('button', { name: webWords('en')('landing.button') }).waitFor();
});

it('after another account signs in in one tab, all tabs ask for its age', async () => {
  const { page, context } = await web.openAs('Mina Park', 'desktop');
  await page.goto('/home');
  await page.getByRole('heading', { level: 1 }).waitFor();
  await using sister = await signedInStorage(
    web.url,
    { email: 'sister@test.example', name: 'Yuna Park' },
    null,
  );
  const other = await context.newPage();
  await other.goto('/privacy');
  await other.evaluate((entries) => {
    for (const { name, value } of entries) localStorage.setItem(name, value);
  }, sister.entries);
  await page.waitForURL((url) => url.pathname === '/welcome');
  await page.getByRole('heading', { level: 1 }).waitFor();
});

it('an owner can sign out on a network that takes the request and never answers', async () => {
  const { page, context } = await web.openAs('Mina Park', 'desktop');
  await page.goto('/settings');
  await context.route('**/graphql', async (route) => {
    if (route.request().postData()?.includes('mutation SignOut') !== true) await route.continue();
  });
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.waitForURL((url) => url.pathname === '/');
  await page.getByRole('button', { name: webWords('en')('landing.button') }).waitFor();
});

it('a deleted account leaves no data of its own on the device', async () => {
  const { page, session } = await web.openAs('Mina Park', 'desktop');
  await page.goto('/settings');
  const keys = (): Promise<string[]> => page.evaluate(() => Object.keys(localStorage).sort());
  await page.evaluate((id) => {
    for (const key of [`draft.myself.${id}`, 'chat.draft.1', 'revealed', 'draft.a-friends-survey', 'theme'])
      localStorage.setItem(`mirai.${key}`, '[]');
  }, session.user.id);
  await page.getByRole('button', { name: 'Delete account' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox').fill(webWords('en')('settings.delete.word'));
  await dialog.getByRole('button', { name: webWords('en')('settings.delete.now') }).click();
  await page.getByRole('button', { name: webWords('en')('landing.button') }).waitFor();
  await expect.poll(keys).toEqual(['mirai.draft.a-friends-survey', 'mirai.theme']);
});

it('a message sent in one tab and its reply appear in the other, which can stop the reply', async () => {
  const owner = await web.openAs('Mina Park', 'desktop');
  const chat = `/personas/${await readyPersona(owner.client, web.url)}/chat`;
  const other = await owner.context.newPage();
  for (const page of [owner.page, other]) {
    await page.goto(chat);
    await mirrorMessages(page).first().waitFor();
  }
  const reply = conductNextReply(web.app);
  await sendMessage(owner.page, 'What do my friends like most about me?');
  await other.getByText('What do my friends like most about me?').waitFor();
  reply.write('They say that ');
  await mirrorMessages(other).getByText('They say that').waitFor();
  reply.write('nobody laughs like you, and ');
  await mirrorMessages(other).getByText('nobody laughs like you').waitFor();
  await stopButton(other).click();
  for (const page of [owner.page, other])
    await page.getByRole('log').getByText('You stopped this reply.').waitFor();
  const [here, there] = await Promise.all(
    [owner.page, other].map((page) => mirrorMessages(page).nth(1).innerText()),
  );
  expect(there).not.toBe('');
  expect(there).toBe(here);
});

it('a friend who answered in one tab sees the thanks page in the other', async () => {
  const owner = await web.openAs('Mina Park', 'desktop');
  const survey = await newSurvey(owner.client);
  const friend = await web.open('phone');
  const other = await friend.context.newPage();
  await other.goto(`/s/${survey.slug}`);
  await other.locator('.begin button').waitFor();
  // A tab in the background draws nothing, so nothing can be tapped there.
  await friend.page.bringToFront();
  await openDraftAtEnd(friend.page, `/s/${survey.slug}`, curiousFriend);
  await sendAnswers(friend.page);
  await other.waitForURL(/\/thanks$/);
});

it('a page that is loading shows what another tab changes meanwhile', async () => {
  const { page, client } = await web.openAs('Mina Park', 'desktop');
  const personaId = await readyPersona(client, web.url);
  let newestRevision = 0;
  page.on('websocket', (socket) =>
    socket.on('framereceived', ({ payload }) => {
      const [, revision = '0'] = /"personaChanged":.*"revision":(\d+)/.exec(String(payload)) ?? [];
      newestRevision = Math.max(newestRevision, Number(revision));
    }),
  );
  let isFirst = true;
  await page.route('**/graphql', async (route) => {
    if (!isFirst || !route.request().postData()?.includes('query PersonaPage')) return route.fallback();
    isFirst = false;
    const response = await route.fetch();
    const { chooseVoice } = await client.run(ChooseVoiceDocument, { personaId, archetype: 'SAGE' });
    await until('the page has received the event', () => newestRevision >= chooseVoice.persona.revision);
    return route.fulfill({ response });
  });
  await page.goto(`/personas/${personaId}`);
  await page.locator('#voice figure[data-archetype="SAGE"]').waitFor({ state: 'attached' });
});

it('a new version is announced, and closing the note by the keyboard returns the focus to the page', async () => {
  const { page, client } = await web.openAs('Mina Park', 'desktop');
  const survey = await surveyOf(client, web.url, sixFriends.slice(0, 3));
  await page.goto(`/personas/${survey.personaId}`);
  await pastReveal(page);
  await submitAll(web.url, survey.slug, sixFriends.slice(3));
  const note = page.getByRole('status').filter({ hasText: 'Version 2 has just arrived.' });
  await note.getByRole('button', { name: 'Close' }).press('Enter');
  await page.locator('main:focus').waitFor();
});

it('an owner whose subscription was refused for ten minutes can retry at once', async () => {
  const { page, client } = await web.openAs('Mina Park', 'desktop');
  const survey = await newSurvey(client);
  let isFirst = true;
  await page.routeWebSocket('**/graphql', (socket) => {
    const server = socket.connectToServer();
    socket.onMessage((message) => {
      const { id, type, payload } = JSON.parse(String(message)) as SocketMessage;
      if (!isFirst || type !== 'subscribe' || !payload?.query.includes('PersonaMaking'))
        return server.send(message);
      isFirst = false;
      const errors = [{ message: 'Too many.', extensions: { code: 'RATE_LIMITED', retryAfter: 600 } }];
      socket.send(JSON.stringify({ id, type: 'error', payload: errors }));
    });
  });
  await page.goto(`/personas/${survey.persona.id}`);
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.getByText('Waiting for friends').waitFor();
});
