import { expect, it } from 'vitest';
import { MessagesDocument, ViewerDocument } from '../../operations/generated/graphql.js';
import { answerToTheEnd, curiousFriend } from '../../scripts/browser/answerSurvey.js';
import { mirrorWords } from '../../scripts/browser/saySomething.js';
import { rowsOf } from '../testkit/counts.js';
import { newSurvey } from '../testkit/seed.js';
import { useWeb } from '../testkit/useWeb.js';
import { readyMirror } from './steps/mirror.js';

const web = useWeb();

it('a friend who taps "send" twice has answered once', async () => {
  const owner = await web.openAs('Mina Park', 'desktop');
  const survey = await newSurvey(owner.client);
  const { page } = await web.open('phone');
  await answerToTheEnd(page, `/s/${survey.slug}`, curiousFriend);
  await page.locator('article .button').dblclick();
  await page.waitForURL(/\/thanks$/);
  expect(await rowsOf(web.app, survey.id)).toBe(1);
}, 60_000);

it('an owner who clicks "create" twice has one survey', async () => {
  const { page, client } = await web.openAs('Mina Park', 'desktop');
  await page.goto('/surveys/new');
  await page.getByRole('button', { name: 'Create' }).dblclick();
  await page.getByLabel('Link to the survey').waitFor();
  expect((await client.run(ViewerDocument, {})).viewer.surveys.edges).toHaveLength(1);
});

it('words sent by Enter and a click at once are sent once', async () => {
  const { page, client } = await web.openAs('Mina Park', 'desktop');
  const personaId = await readyMirror(client, web.url);
  await page.goto(`/personas/${personaId}/chat`);
  await page.locator('.composer textarea').fill('What do my friends like most about me?');
  // Both in one task: faster than any finger.
  await page.evaluate(() => {
    const form = document.querySelector<HTMLFormElement>('form.composer');
    form?.requestSubmit();
    form?.requestSubmit();
  });
  await mirrorWords(page).nth(1).waitFor();
  await page.locator('.composer button[type="submit"]').waitFor();
  const { edges } = (await client.run(MessagesDocument, { personaId })).persona.messages;
  expect(edges.map(({ node }) => node.role)).toEqual(['USER', 'PERSONA']);
});
