import { expect, it } from 'vitest';
import { PinFactDocument } from '../../operations/generated/graphql.js';
import { answerUpTo, curiousFriend, currentQuestion } from '../../scripts/browser/answerSurvey.js';
import { mirrorMessages, sendMessage } from '../../scripts/browser/chat.js';
import { conductNextReply } from '../chat/talk.js';
import { newSurvey } from '../testkit/seed.js';
import { useWeb } from '../testkit/useWeb.js';
import { webWords } from '../testkit/webWords.js';
import { readyPersona } from './steps/readyPersona.js';

const web = useWeb();

it('a friend who reloads at statement 3 stays there, and the back button leads to statement 2', async () => {
  const owner = await web.openAs('Mina Park', 'desktop');
  const { slug } = await newSurvey(owner.client);
  const { page } = await web.open('phone');
  await page.goto(`/s/${slug}`);
  await page.locator('.begin button').click();
  // Relation and closeness come first.
  await answerUpTo(page, curiousFriend, 2 + 3);
  const question = await page.getByRole('heading', { level: 1 }).innerText();
  await page.reload();
  await page.getByRole('heading', { level: 1, name: question }).waitFor();
  expect(await currentQuestion(page)).toBe(5);
  await page.goBack();
  await page.locator('[role="progressbar"][aria-valuenow="4"]').waitFor();
});

it('after a reload in the middle of a reply, its text is shown and goes on', async () => {
  const { page, client } = await web.openAs('Mina Park', 'phone');
  await page.goto(`/personas/${await readyPersona(client, web.url)}/chat`);
  const reply = conductNextReply(web.app);
  await sendMessage(page, 'What do my friends like most about me?');
  const words = mirrorMessages(page).nth(1);
  reply.write('They say that ');
  await words.getByText('They say that').waitFor();
  await page.reload();
  await words.getByText('They say that').waitFor();
  reply.end('nobody laughs like you.');
  await page.locator('.composer button[type="submit"]').waitFor();
  expect(await words.innerText()).toBe('They say that nobody laughs like you.');
});

it('a friend who skips to the content at question 3 is still at question 3', async () => {
  const owner = await web.openAs('Mina Park', 'desktop');
  const { slug } = await newSurvey(owner.client);
  const { page } = await web.open('phone');
  await page.goto(`/s/${slug}`);
  await page.locator('.begin button').click();
  await answerUpTo(page, curiousFriend, 3);
  await page.getByRole('link', { name: 'Skip to content' }).press('Enter');
  await page.locator('main:focus').waitFor();
  expect(new URL(page.url()).hash).toBe('#3');
  expect(await currentQuestion(page)).toBe(3);
});

it('forgetting a fact and undoing that by the keyboard keeps the focus in the panel', async () => {
  const { page, client } = await web.openAs('Mina Park', 'desktop');
  const personaId = await readyPersona(client, web.url);
  await client.run(PinFactDocument, { personaId, text: 'I am learning to say no' });
  await page.goto(`/personas/${personaId}/chat`);
  await page.getByRole('button', { name: 'Memory' }).click();
  await page.getByRole('button', { name: 'Forget' }).press('Enter');
  await page.locator('button:focus', { hasText: 'Undo' }).press('Enter');
  await page.locator('h3:focus', { hasText: 'Always remembered' }).waitFor();
  await page.getByText('I am learning to say no').waitFor();
});

it('a friend whose browser blocks its storage can answer', async () => {
  const owner = await web.openAs('Mina Park', 'desktop');
  const { slug } = await newSurvey(owner.client);
  const { page } = await web.open('phone');
  await page.addInitScript(() => {
    const get = (): never => {
      throw new DOMException('Blocked.', 'SecurityError');
    };
    for (const name of ['localStorage', 'sessionStorage']) Object.defineProperty(window, name, { get });
  });
  await page.goto(`/s/${slug}`);
  await page.locator('.begin button').click();
  await answerUpTo(page, curiousFriend, 2);
  expect(await currentQuestion(page)).toBe(2);
});

it('a person who returns from Google without signing in can try again', async () => {
  const { page, context } = await web.open('phone');
  let isAsked = false;
  await context.route(/\/demo\/google\/authorize/, (route) => {
    isAsked = true;
    return route.fulfill({ status: 204 });
  });
  await page.goto('/');
  const button = page.getByRole('button', { name: webWords('en')('landing.button') });
  await button.click();
  await expect.poll(() => isAsked).toBe(true);
  await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })));
  isAsked = false;
  await button.click();
  await expect.poll(() => isAsked).toBe(true);
});
