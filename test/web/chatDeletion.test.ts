import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import type { ApiClient } from '../../client/apiClient.js';
import {
  ConversationDocument,
  ConversationExportDocument,
  MessagesDocument,
} from '../../operations/generated/graphql.js';
import { mirrorMessages, sendAndAwaitReply } from '../../scripts/browser/chat.js';
import { useWeb } from '../testkit/useWeb.js';
import { readyPersona } from './steps/readyPersona.js';

const web = useWeb();
const SECRET = 'quokkafeather';

/** All that the API returns of a conversation, as one text. */
async function conversationInApi(client: ApiClient, personaId: string): Promise<string> {
  const parts = [
    await client.run(MessagesDocument, { personaId, first: 50 }),
    await client.run(ConversationDocument, { personaId }),
    await client.run(ConversationExportDocument, { personaId, format: 'JSON' }),
  ];
  return JSON.stringify(parts);
}

/** All that the browser shows and stores. */
const everythingIn = (page: Page): Promise<string> =>
  page.evaluate(() =>
    [document.documentElement.outerHTML, JSON.stringify(localStorage), JSON.stringify(sessionStorage)].join(),
  );

async function confirm(page: Page, verb: string): Promise<void> {
  await page.getByRole('dialog').last().getByRole('button', { name: verb, exact: true }).click();
}

it('a deleted message is nowhere after a reload, nor in the API, and the rest stays', async () => {
  const { page, client } = await web.openAs('Mina Park', 'phone');
  const personaId = await readyPersona(client, web.url);
  await page.goto(`/personas/${personaId}/chat`);
  await sendAndAwaitReply(page, 'What do my friends like about me?');
  const kept = await mirrorMessages(page).nth(1).innerText();
  await sendAndAwaitReply(page, `Remember the word ${SECRET} for me.`);
  expect(await conversationInApi(client, personaId)).toContain(SECRET);
  const own = page.getByRole('article', { name: 'You said' }).filter({ hasText: SECRET });
  await own.click();
  await own.getByRole('button', { name: 'Delete' }).click();
  await confirm(page, 'Delete');
  await own.waitFor({ state: 'detached' });
  await page.reload();
  await mirrorMessages(page).nth(1).waitFor();
  expect(await mirrorMessages(page).allInnerTexts()).toHaveLength(2);
  expect(await mirrorMessages(page).nth(1).innerText()).toBe(kept);
  expect(await everythingIn(page)).not.toContain(SECRET);
  expect(await conversationInApi(client, personaId)).not.toContain(SECRET);
});

it('a deleted conversation is nowhere after a reload, nor in the API', async () => {
  const { page, client } = await web.openAs('Mina Park', 'desktop');
  const personaId = await readyPersona(client, web.url);
  await page.goto(`/personas/${personaId}/chat`);
  await sendAndAwaitReply(page, `Remember the word ${SECRET} for me.`);
  await page.getByRole('button', { name: 'Memory' }).click();
  await page.getByRole('textbox').last().fill(`I own a ${SECRET}`);
  await page.getByRole('button', { name: 'Remember', exact: true }).click();
  await page.getByText(`I own a ${SECRET}`).waitFor();
  expect(await conversationInApi(client, personaId)).toContain(`I own a ${SECRET}`);
  await page.getByRole('button', { name: 'Delete everything' }).click();
  await confirm(page, 'Delete everything');
  await page.getByRole('article', { name: 'You said' }).waitFor({ state: 'detached' });
  await page.reload();
  await mirrorMessages(page).first().waitFor();
  expect(await everythingIn(page)).not.toContain(SECRET);
  expect(await conversationInApi(client, personaId)).not.toContain(SECRET);
});

it('after each reply the chat offers three other questions, which can be sent with one tap', async () => {
  const { page, client } = await web.openAs('Mina Park', 'phone');
  await page.goto(`/personas/${await readyPersona(client, web.url)}/chat`);
  const questions = page.getByRole('list', { name: 'Try asking' }).getByRole('button');
  await questions.nth(2).waitFor();
  const starters = await questions.allInnerTexts();
  await sendAndAwaitReply(page, 'What do my friends like about me?');
  await questions.nth(2).waitFor();
  const followUps = await questions.allInnerTexts();
  expect(followUps).toHaveLength(3);
  expect(followUps.filter((question) => starters.includes(question))).toEqual([]);
  const [chosen = ''] = followUps;
  await questions.first().click();
  await mirrorMessages(page).nth(2).waitFor();
  await page.locator('.composer button[type="submit"]').waitFor();
  await questions.nth(2).waitFor();
  expect(await questions.allInnerTexts()).not.toContain(chosen);
});

it('the chat offers no questions near a help card', async () => {
  const { page, client } = await web.openAs('Mina Park', 'phone');
  await page.goto(`/personas/${await readyPersona(client, web.url)}/chat`);
  const questions = page.getByRole('list', { name: 'Try asking' });
  await questions.waitFor();
  await page.locator('.composer textarea').fill('I want to kill myself.');
  await page.locator('.composer button[type="submit"]').click();
  await page.getByText('People who listen').waitFor();
  expect(await questions.count()).toBe(0);
});
