import { expect, it } from 'vitest';
import { ApiClient } from '../../client/apiClient.js';
import { submitAnswers, threeFriends } from '../../client/friends.js';
import { MessagesDocument, PersonaDocument } from '../../operations/generated/graphql.js';
import { mirrorMessages, sendMessage } from '../../scripts/browser/chat.js';
import { conductNextReply } from '../chat/talk.js';
import { newSurvey, threeAnswers } from '../testkit/seed.js';
import { until } from '../testkit/until.js';
import { useWeb } from '../testkit/useWeb.js';
import { webWords } from '../testkit/webWords.js';
import { readyPersona } from './steps/readyPersona.js';
import { onlyGrows, recordedTexts, recordReplyTexts } from './steps/replyTexts.js';

const web = useWeb({ isWired: true });
/** Also of the service worker, whose script is asked for each time. */
const cut = /ERR_(?:CONNECTION|EMPTY_RESPONSE|NETWORK)|WebSocket connection|fetching the script/;

it('a reply is complete after the network was lost in its middle, and its shown text only grew', async () => {
  const owner = await web.openAs('Mina Park', 'phone');
  owner.allow(cut);
  const { page, client } = owner;
  const personaId = await readyPersona(client, web.url);
  await page.goto(`/personas/${personaId}/chat`);
  await mirrorMessages(page).first().waitFor();
  await recordReplyTexts(page);
  const reply = conductNextReply(web.app);
  await sendMessage(page, 'What do my friends like most about me?');
  for (const piece of ['They say ', 'a whole room ']) {
    reply.write(piece);
    await mirrorMessages(page).nth(1).getByText(piece.trim()).waitFor();
  }
  await web.wire?.cut();
  await page.getByText('Reconnecting…').waitFor();
  reply.write('laughs ');
  await web.wire?.mend();
  await mirrorMessages(page).nth(1).getByText('laughs').waitFor();
  reply.end('when you do.');
  await page.locator('.composer button[type="submit"]').waitFor();

  const texts = await recordedTexts(page);
  expect(texts.length).toBeGreaterThan(3);
  expect(onlyGrows(texts), texts.join('\n')).toBe(true);
  const { edges } = (await client.run(MessagesDocument, { personaId })).persona.messages;
  expect(edges.map(({ node }) => node.status)).toEqual(['COMPLETE', 'COMPLETE']);
  expect(texts.at(-1)).toBe(edges[1]?.node.text);
});

it('a message sent offline is stored, and sent once when the network is back', async () => {
  const owner = await web.openAs('Mina Park', 'phone');
  owner.allow(cut);
  const { page, client } = owner;
  const personaId = await readyPersona(client, web.url);
  await page.goto(`/personas/${personaId}/chat`);
  await mirrorMessages(page).first().waitFor();
  await web.wire?.cut();
  await sendMessage(page, 'What do my friends like most about me?');
  await page.getByText('Saved here. We’ll send it as soon as you’re connected.').waitFor();
  await web.wire?.mend();
  await mirrorMessages(page).nth(1).waitFor();
  await page.locator('.composer button[type="submit"]').waitFor();
  const { edges } = (await client.run(MessagesDocument, { personaId })).persona.messages;
  expect(edges.map(({ node }) => node.role)).toEqual(['USER', 'PERSONA']);
});

it('an owner whose network was away sees the responses that arrived meanwhile, without a reload', async () => {
  const owner = await web.openAs('Mina Park', 'phone');
  owner.allow(cut);
  const survey = await newSurvey(owner.client);
  await owner.page.goto(`/surveys/${survey.id}`);
  await owner.page.getByText('0 of 3 friends').waitFor();
  await web.wire?.cut();
  await owner.page.getByText('Reconnecting…').waitFor();
  for (const view of threeFriends.slice(0, 2)) await submitAnswers(web.app.url, survey.slug, view);
  await web.wire?.mend();
  await owner.page.getByText('2 of 3 friends').waitFor();
});

it('an owner whose network was away while the persona was made can open it on every page, without a reload', async () => {
  const owner = await web.openAs('Mina Park', 'phone');
  owner.allow(cut);
  const survey = await newSurvey(owner.client);
  const home = await owner.context.newPage();
  await home.goto('/home');
  await home.getByText('0 of 3 friends').first().waitFor();
  await owner.page.goto(`/surveys/${survey.id}`);
  await owner.page.getByText('0 of 3 friends').waitFor();
  await web.wire?.cut();
  await owner.page.getByText('Reconnecting…').waitFor();
  await threeAnswers(web.app.url, survey.slug);
  const client = new ApiClient(web.app.url, owner.session.accessToken);
  const title = await until('the persona is READY', async () => {
    const { persona } = await client.run(PersonaDocument, { id: survey.persona.id });
    return persona.status === 'READY' && persona.title;
  });
  await web.wire?.mend();
  await owner.page.getByRole('link', { name: webWords('en')('survey.sealed.open') }).waitFor();
  await home.getByRole('link', { name: title }).waitFor();
});
