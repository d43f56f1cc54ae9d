import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import {
  CorrectFactDocument,
  DeleteSurveyDocument,
  EditMessageDocument,
  ForgetFactDocument,
  PinFactDocument,
  SendMessageDocument,
} from '../../operations/generated/graphql.js';
import { UpstreamError } from '../../src/ai/ports.js';
import { useApp } from '../testkit/useApp.js';
import { ask, conversationOf, countRows, readAll, refusal, send, shown, talker, useTalker } from './talk.js';

const test = useApp();
const owner = useTalker(test);
beforeEach(() => test.model.reset());

const chatCalls = (): number => test.model.calls.filter(({ path }) => path === 'chat').length;
const unsent = async () => (await conversationOf(owner.client, owner.personaId)).unsent;

describe('a message that breaks the rules', () => {
  it('is CONTENT_REJECTED, sent or edited, and leaves nothing behind', async () => {
    const { message } = await ask(owner.client, owner.personaId, 'Something fine');
    const [rows, calls] = [await countRows(test, 'message'), chatCalls()];
    test.model.script({ path: 'moderations', do: 'flag', times: 2 });
    const clientKey = randomUUID();
    const answers = [
      await owner.client.request(SendMessageDocument, {
        personaId: owner.personaId,
        text: 'rude',
        clientKey,
      }),
      await owner.client.request(EditMessageDocument, { messageId: message.id, text: 'rude', clientKey }),
    ];
    for (const answer of answers) expect(refusal(answer)).toBe('CONTENT_REJECTED');
    expect([await countRows(test, 'message'), chatCalls()]).toEqual([rows, calls]);
    expect(await unsent()).toBeNull();
  });

  it('said first of all, does not even begin a conversation', async () => {
    await using other = await talker(test.url);
    test.model.script({ path: 'moderations', do: 'flag' });
    const variables = { personaId: other.personaId, text: 'rude', clientKey: randomUUID() };
    expect(refusal(await other.client.request(SendMessageDocument, variables))).toBe('CONTENT_REJECTED');
    expect(await countRows(test, 'conversation', `persona_id = '${other.personaId}'`)).toBe(0);
  });
});

it('pinned and corrected facts are moderated like messages, because every prompt contains them', async () => {
  const { personaId } = owner;
  const { pinFact: pinned } = await owner.client.run(PinFactDocument, { personaId, text: 'I swim.' });
  const factId = pinned.conversation.memory.facts[0]!.id;
  test.model.script({ path: 'moderations', do: 'flag', times: 2 });
  const answers = [
    await owner.client.request(PinFactDocument, { personaId, text: 'rude' }),
    await owner.client.request(CorrectFactDocument, { factId, text: 'ruder' }),
  ];
  const { memory } = await conversationOf(owner.client, personaId);
  for (const { id } of memory.facts) await owner.client.run(ForgetFactDocument, { factId: id });
  expect(memory.facts.map(({ text }) => text)).toEqual(['I swim.']);
  for (const answer of answers) expect(refusal(answer)).toBe('CONTENT_REJECTED');
});

describe('while the moderator is unavailable', () => {
  it('it is UPSTREAM_FAILED and kept as unsent until it is sent with the same key', async () => {
    const [rows, calls] = [await countRows(test, 'message'), chatCalls()];
    test.model.script({ path: 'moderations', do: 'fail', status: 500 });
    const sent = { text: 'Is anybody there?', clientKey: randomUUID() };
    const answer = await owner.client.request(SendMessageDocument, { personaId: owner.personaId, ...sent });
    expect(refusal(answer)).toBe('UPSTREAM_FAILED');
    expect(answer.errors[0]?.extensions?.['retryAfter']).toBeGreaterThan(0);
    expect(await unsent()).toEqual(sent);
    expect([await countRows(test, 'message'), chatCalls()]).toEqual([rows, calls]);
    const { message, reply } = await send(owner.client, owner.personaId, sent.text, sent.clientKey);
    expect(await unsent()).toBeNull();
    await readAll(owner.client, reply.id);
    expect((await shown(owner.client, owner.personaId)).slice(-2).map(({ id }) => id)).toEqual([
      message.id,
      reply.id,
    ]);
  });

  it('one of two tries that is sent leaves nothing unsent, though the other one fails later', async () => {
    const failing = Promise.withResolvers<{ flagged: boolean; categories: string[] }>();
    const reviewing = Promise.withResolvers<void>();
    vi.spyOn(test.app.services.ai.moderator, 'review').mockImplementationOnce(() => {
      reviewing.resolve();
      return failing.promise;
    });
    const sent = { personaId: owner.personaId, text: 'Twice', clientKey: randomUUID() };
    const first = owner.client.request(SendMessageDocument, sent);
    await reviewing.promise;
    const second = await owner.client.run(SendMessageDocument, sent);
    failing.reject(new UpstreamError('Nobody answers.', 'temporary'));
    await first;
    const again = await owner.client.run(SendMessageDocument, sent);
    expect(again.sendMessage.message.id).toBe(second.sendMessage.message.id);
    await readAll(owner.client, second.sendMessage.reply.id);
    expect(await unsent()).toBeNull();
  });
});

it('a message that is still being checked when its mirror is deleted finds nothing', async () => {
  await using leaver = await talker(test.url);
  const verdict = Promise.withResolvers<{ flagged: boolean; categories: string[] }>();
  const reviewing = Promise.withResolvers<void>();
  vi.spyOn(test.app.services.ai.moderator, 'review').mockImplementationOnce(() => {
    reviewing.resolve();
    return verdict.promise;
  });
  const variables = { personaId: leaver.personaId, text: 'Hello?', clientKey: randomUUID() };
  const sending = leaver.client.request(SendMessageDocument, variables);
  await reviewing.promise;
  await leaver.client.run(DeleteSurveyDocument, { surveyId: leaver.surveyId });
  verdict.resolve({ flagged: false, categories: [] });
  expect(refusal(await sending)).toBe('NOT_FOUND');
  expect(await countRows(test, 'conversation', `persona_id = '${leaver.personaId}'`)).toBe(0);
});
