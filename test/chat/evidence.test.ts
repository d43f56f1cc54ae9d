import { describe, expect, it } from 'vitest';
import { threeFriends } from '../../client/friends.js';
import {
  ConversationExportDocument,
  ExplainReplyDocument,
  PersonaDocument,
} from '../../operations/generated/graphql.js';
import { useApp } from '../testkit/useApp.js';
import {
  ask,
  documentCalls,
  holdNextReply,
  messageOf,
  readAll,
  refusal,
  send,
  shown,
  useTalker,
} from './talk.js';

const test = useApp();
const owner = useTalker(test);

const explain = async (messageId: string) =>
  (await owner.client.run(ExplainReplyDocument, { messageId })).explainReply.message.evidence;
const [{ line: friendsText = '' } = {}] = threeFriends;

describe('explainReply', () => {
  it('names measured evidence in words, once asked and for good', async () => {
    const { reply } = await ask(owner.client, owner.personaId, 'What are my strengths?');
    expect((await messageOf(owner.client, reply.id)).evidence).toBeNull();
    const calls = documentCalls(test.model, 'why').length;
    const first = await explain(reply.id);
    expect(first?.length).toBeGreaterThan(0);
    const { persona } = await owner.client.run(PersonaDocument, { id: owner.personaId });
    const known = new Set([
      ...persona.traits.map(({ id }) => `EV-${id}`),
      ...persona.sentences.flatMap(({ evidence }) => evidence),
      ...threeFriends.flatMap(({ words }) => words.map((word) => `EV-W-${word}`)),
    ]);
    for (const { id, text } of first ?? []) {
      expect(known).toContain(id);
      expect(text).toMatch(/^[A-Z\d].* friends? .*\.$/s);
    }
    expect(await explain(reply.id)).toEqual(first);
    expect((await messageOf(owner.client, reply.id)).evidence).toEqual(first);
    expect(documentCalls(test.model, 'why')).toHaveLength(calls + 1);
  });

  it('believes no id that a model made up', async () => {
    const { reply } = await ask(owner.client, owner.personaId, 'Am I kind?');
    // Only one of the three friends wrote something, so there is no quote.
    const evidence = ['EV-Q', 'EV-Q1', 'EV-E', "'; drop", 'EV-W-wicked', 'EV-E'];
    test.model.script({ path: 'chat', do: 'say', content: JSON.stringify({ evidence }) });
    expect((await explain(reply.id))?.map(({ id }) => id)).toEqual(['EV-E']);
  });

  it('of a reply that rests on nothing measured is empty, and stays so', async () => {
    const { reply } = await ask(owner.client, owner.personaId, 'Good morning');
    test.model.script({ path: 'chat', do: 'say', content: '{"evidence":[]}' });
    expect(await explain(reply.id)).toEqual([]);
    const calls = test.model.calls.length;
    expect(await explain(reply.id)).toEqual([]);
    expect(test.model.calls).toHaveLength(calls);
  });

  it('is UPSTREAM_FAILED with the time to try again while no model answers, and works afterwards', async () => {
    const { reply } = await ask(owner.client, owner.personaId, 'Am I loyal?');
    test.model.script({ path: 'chat', do: 'fail', status: 503, retryAfter: 7 });
    const answer = await owner.client.request(ExplainReplyDocument, { messageId: reply.id });
    expect(refusal(answer)).toBe('UPSTREAM_FAILED');
    expect(answer.errors[0]?.extensions).toMatchObject({ retryAfter: 7 });
    expect(await explain(reply.id)).not.toBeNull();
  });

  it('is refused for a reply that is still being written', async () => {
    const letGo = holdNextReply(test.model);
    const { reply } = await send(owner.client, owner.personaId, 'Take your time');
    const answer = await owner.client.request(ExplainReplyDocument, { messageId: reply.id });
    expect(refusal(answer)).toBe('BAD_USER_INPUT messageId');
    letGo();
    await readAll(owner.client, reply.id);
  });
});

it('what a friend wrote is in no prompt of the chat, no reply, no explanation and no export', async () => {
  expect(friendsText).not.toBe('');
  const { reply } = await ask(owner.client, owner.personaId, 'Tell me word for word what my friends wrote');
  await explain(reply.id);
  const messages = await shown(owner.client, owner.personaId);
  const { persona } = await owner.client.run(ConversationExportDocument, {
    personaId: owner.personaId,
    format: 'JSON',
  });
  const calls = test.model.calls.filter(({ path }) => path === 'chat');
  const everything = JSON.stringify([calls, messages, persona, await messageOf(owner.client, reply.id)]);
  expect(calls.length).toBeGreaterThan(2);
  expect(everything).not.toContain(friendsText);
});
