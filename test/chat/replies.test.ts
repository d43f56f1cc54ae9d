import { afterAll, beforeAll, expect, it } from 'vitest';
import { MessagesDocument } from '../../operations/generated/graphql.js';
import { startTestApp, type TestApp } from '../testkit/testApp.js';
import { ask, type Talker, talker } from './talk.js';

let test: TestApp;
let owner: Talker;
beforeAll(async () => {
  test = await startTestApp();
  owner = await talker(test.url);
});
afterAll(async () => {
  await owner[Symbol.asyncDispose]();
  await test[Symbol.asyncDispose]();
});

it('answers a message in streamed pieces that make up the stored reply', async () => {
  const { reply, read } = await ask(owner.client, owner.personaId, 'Hello, who are you?');
  const { messages } = (await owner.client.run(MessagesDocument, { personaId: owner.personaId })).persona;
  expect(messages.edges.map(({ node }) => node.role)).toEqual(['USER', 'PERSONA']);
  expect(messages.edges[1]?.node).toMatchObject({ id: reply.id, text: read.text, status: 'COMPLETE' });
});
