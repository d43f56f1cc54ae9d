import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { MessagesDocument, ViewerDocument } from '../../operations/generated/graphql.js';
import { openDraftAtEnd, curiousFriend } from '../../scripts/browser/answerSurvey.js';
import { mirrorMessages, sendAndAwaitReply } from '../../scripts/browser/chat.js';
import { pastReveal } from '../../scripts/browser/pastReveal.js';
import { storedResponses } from '../testkit/counts.js';
import { newSurvey } from '../testkit/seed.js';
import { sixFriends } from '../testkit/sixFriends.js';
import { useWeb } from '../testkit/useWeb.js';
import { surveyOf } from '../testkit/versions.js';
import { readyPersona } from './steps/readyPersona.js';

const web = useWeb();

/** Answers the first operation of this name like a server that is too busy. */
async function refuseFirst(page: Page, operation: string): Promise<void> {
  let isFirst = true;
  await page.route('**/graphql', (route) => {
    if (!isFirst || !route.request().postData()?.includes(operation)) return route.fallback();
    isFirst = false;
    const errors = [
      { message: 'Too busy right now. Try again.', extensions: { code: 'SERVICE_UNAVAILABLE' } },
    ];
    return route.fulfill({ status: 503, contentType: 'application/json', body: JSON.stringify({ errors }) });
  });
}

it('a friend who taps "send" twice has answered once', async () => {
  const owner = await web.openAs('Mina Park', 'desktop');
  const survey = await newSurvey(owner.client);
  const { page } = await web.open('phone');
  await openDraftAtEnd(page, `/s/${survey.slug}`, curiousFriend);
  await page.locator('article .button').dblclick();
  await page.waitForURL(/\/thanks$/);
  expect(await storedResponses(web.app, survey.id)).toBe(1);
});

it('an owner who clicks "create" twice has one survey', async () => {
  const { page, client } = await web.openAs('Mina Park', 'desktop');
  await page.goto('/surveys/new');
  await page.getByRole('button', { name: 'Create' }).dblclick();
  await page.getByLabel('Survey link').waitFor();
  expect((await client.run(ViewerDocument, {})).viewer.surveys.edges).toHaveLength(1);
});

it('a message submitted by Enter and a click at once is sent once', async () => {
  const { page, client } = await web.openAs('Mina Park', 'desktop');
  const personaId = await readyPersona(client, web.url);
  await page.goto(`/personas/${personaId}/chat`);
  await page.locator('.composer textarea').fill('What do my friends like most about me?');
  // Both in one task: faster than any finger.
  await page.evaluate(() => {
    const form = document.querySelector<HTMLFormElement>('form.composer');
    form?.requestSubmit();
    form?.requestSubmit();
  });
  await mirrorMessages(page).nth(1).waitFor();
  await page.locator('.composer button[type="submit"]').waitFor();
  const { edges } = (await client.run(MessagesDocument, { personaId })).persona.messages;
  expect(edges.map(({ node }) => node.role)).toEqual(['USER', 'PERSONA']);
});

it('Enter that ends a Japanese word in Safari does not send the answer', async () => {
  const owner = await web.openAs('Mina Park', 'desktop');
  const survey = await newSurvey(owner.client);
  const { page } = await web.open('phone');
  await openDraftAtEnd(page, `/s/${survey.slug}`, { ...curiousFriend, line: 'いつも' });
  const field = page.locator('article textarea');
  // What Safari reports once the composition has ended.
  await field.dispatchEvent('keydown', { key: 'Enter', keyCode: 229, isComposing: false });
  await field.fill('いつもやさしい');
  await field.press('Enter');
  await page.waitForURL(/\/thanks$/);
  await page.getByRole('link', { name: 'See my answers' }).click();
  await page.getByText('いつもやさしい').waitFor();
});

it('a version can be chosen again after that failed', async () => {
  const owner = await web.openAs('Mina Park', 'desktop');
  owner.allow(/503/);
  const { page, client } = owner;
  const { personaId } = await surveyOf(client, web.url, sixFriends);
  await refuseFirst(page, 'ShowVersion');
  await page.goto(`/personas/${personaId}`);
  await pastReveal(page);
  const versions = page.locator('#versions');
  await versions.locator('summary').first().click();
  await versions.getByRole('button', { name: 'Show' }).click();
  await versions.getByRole('button', { name: 'Try again' }).click();
  await versions.getByText('You chose version 1.').waitFor();
});

it('if the browser cannot copy, the page asks the person to copy by hand', async () => {
  const { page, client } = await web.openAs('Mina Park', 'desktop');
  await page.addInitScript(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
  const personaId = await readyPersona(client, web.url);
  await page.goto(`/personas/${personaId}/chat`);
  await sendAndAwaitReply(page, 'What do my friends like most about me?');
  await page.getByRole('log').getByRole('button', { name: 'Copy' }).click();
  await page.getByText('Select the text and copy it yourself.').waitFor();
  await page.goto(`/personas/${personaId}`);
  await pastReveal(page);
  await page.getByRole('button', { name: 'Invite friends' }).first().click();
  const link = page.getByRole('dialog', { name: 'Copy the link' }).locator('input:focus');
  const selected = await link.evaluate((input: HTMLInputElement) =>
    input.value.slice(input.selectionStart ?? 0, input.selectionEnd ?? 0),
  );
  expect(selected).toMatch(/\/s\//);
});
