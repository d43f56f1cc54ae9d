import { expect, it } from 'vitest';
import { answerSurvey, curiousFriend } from '../../scripts/browser/answerSurvey.js';
import { mirrorWords, say, stopButton } from '../../scripts/browser/saySomething.js';
import { threeFriends } from '../../scripts/demo/friends.js';
import { answer } from '../../scripts/demo/answer.js';
import { newSurvey } from '../testkit/seed.js';
import { useWeb } from '../testkit/useWeb.js';
import { readyMirror } from './steps/mirror.js';

const web = useWeb({ tokensPerSecond: 12 });

it('two tabs of an owner count the same answer, and both leave when one signs out', async () => {
  const owner = await web.openAs('Mina Park', 'desktop');
  // What the other tab asks for at that moment is refused.
  owner.allow(/401/);
  const survey = await newSurvey(owner.client);
  const other = await owner.context.newPage();
  for (const page of [owner.page, other]) {
    await page.goto(`/surveys/${survey.id}`);
    await page.getByText('0 of 3 friends').waitFor();
  }
  const [friend] = threeFriends;
  if (friend !== undefined) await answer(web.url, survey.slug, friend);
  for (const page of [owner.page, other]) await page.getByText('1 of 3 friends').waitFor();

  await owner.page.goto('/settings');
  await owner.page.getByRole('button', { name: 'Sign out' }).click();
  for (const page of [owner.page, other]) await page.waitForURL((url) => url.pathname === '/');
});

it('words sent in one tab appear and grow in the other, which can stop them', async () => {
  const owner = await web.openAs('Mina Park', 'desktop');
  const chat = `/personas/${await readyMirror(owner.client, web.url)}/chat`;
  const other = await owner.context.newPage();
  for (const page of [owner.page, other]) {
    await page.goto(chat);
    await mirrorWords(page).first().waitFor();
  }
  await say(owner.page, 'What do my friends like most about me?');
  await other.getByText('What do my friends like most about me?').waitFor();
  await mirrorWords(other).nth(1).waitFor();
  await stopButton(other).click();
  for (const page of [owner.page, other])
    await page.getByRole('log').getByText('You stopped it here.').waitFor();
  const [here, there] = await Promise.all(
    [owner.page, other].map((page) => mirrorWords(page).nth(1).innerText()),
  );
  expect(there).not.toBe('');
  expect(there).toBe(here);
}, 60_000);

it('a friend who answered in one tab is thanked for it in the other', async () => {
  const owner = await web.openAs('Mina Park', 'desktop');
  const survey = await newSurvey(owner.client);
  const friend = await web.open('phone');
  const other = await friend.context.newPage();
  await other.goto(`/s/${survey.slug}`);
  await other.locator('.begin button').waitFor();
  // A tab in the background draws nothing, and nobody taps there.
  await friend.page.bringToFront();
  await answerSurvey(friend.page, `/s/${survey.slug}`, curiousFriend);
  await other.waitForURL(/\/thanks$/);
}, 60_000);
