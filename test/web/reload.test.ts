import { expect, it } from 'vitest';
import { answerUpTo, curiousFriend, place } from '../../scripts/browser/answerSurvey.js';
import { mirrorWords, say } from '../../scripts/browser/saySomething.js';
import { newSurvey } from '../testkit/seed.js';
import { useWeb } from '../testkit/useWeb.js';
import { readyMirror } from './steps/mirror.js';

const web = useWeb({ tokensPerSecond: 12 });

it('a friend who reloads at item 13 is at item 13, and the way back is one question long', async () => {
  const owner = await web.openAs('Mina Park', 'desktop');
  const { slug } = await newSurvey(owner.client);
  const { page } = await web.open('phone');
  await page.goto(`/s/${slug}`);
  await page.locator('.begin button').click();
  // Relation and closeness come first.
  await answerUpTo(page, curiousFriend, 2 + 13);
  const question = await page.getByRole('heading', { level: 1 }).innerText();
  await page.reload();
  await page.getByRole('heading', { level: 1, name: question }).waitFor();
  expect(await place(page)).toBe(15);
  await page.goBack();
  await page.locator('[role="progressbar"][aria-valuenow="14"]').waitFor();
}, 90_000);

it('a reload in the middle of a reply shows all of it, and goes on with it', async () => {
  const { page, client } = await web.openAs('Mina Park', 'phone');
  await page.goto(`/personas/${await readyMirror(client, web.url)}/chat`);
  await say(page, 'What do my friends like most about me?');
  const words = mirrorWords(page).nth(1);
  await words.waitFor();
  const before = await words.innerText();
  await page.reload();
  await words.waitFor();
  expect((await words.innerText()).startsWith(before)).toBe(true);
  await page.locator('.composer button[type="submit"]').waitFor();
  expect((await words.innerText()).length).toBeGreaterThan(before.length);
}, 60_000);
