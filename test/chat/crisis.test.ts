import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  EditMessageDocument,
  ExplainReplyDocument,
  type Locale,
  RegenerateReplyDocument,
  SendMessageDocument,
} from '../../operations/generated/graphql.js';
import { crisisCard } from '../../src/safety/crisisCard.js';
import { useApp } from '../testkit/useApp.js';
import {
  ask,
  holdNextReply,
  messageOf,
  readAll,
  refusal,
  replyCalls,
  send,
  shown,
  talker,
  told,
  type Talker,
  useTalker,
} from './talk.js';

const test = useApp();
const owner = useTalker(test);
beforeEach(() => test.model.reset());

const crises: [Locale, string][] = [
  ['EN', 'I want to kill myself'],
  ['KO', '죽고 싶어'],
  ['JA', '死にたい'],
];

describe.each(crises)('words of crisis in %s', (locale, words) => {
  let someone: Talker;
  beforeAll(async () => {
    someone = await talker(test.url, locale);
    return () => someone[Symbol.asyncDispose]();
  });

  it('are answered with help lines at once, without a model, even while the moderator is unavailable', async () => {
    test.model.script({ path: 'moderations', do: 'fail', status: 500, times: Infinity });
    const calls = test.model.calls.length;
    const { message, reply } = await send(someone.client, someone.personaId, words);
    const card = crisisCard(locale);
    const [, last] = (await shown(someone.client, someone.personaId)).slice(-2);
    expect(last).toMatchObject({
      id: reply.id,
      kind: 'HELP_CARD',
      status: 'COMPLETE',
      text: card.text,
      parentId: message.id,
    });
    expect(last?.helpLines).toEqual(card.lines);
    expect(await readAll(someone.client, reply.id)).toEqual({
      text: card.text,
      statuses: ['COMPLETE'],
      pieces: 1,
    });
    expect(test.model.calls).toHaveLength(calls);
    const variables = { messageId: reply.id, clientKey: randomUUID() };
    expect(refusal(await someone.client.request(RegenerateReplyDocument, variables))).toBe('FORBIDDEN');
    expect(refusal(await someone.client.request(ExplainReplyDocument, { messageId: reply.id }))).toBe(
      'FORBIDDEN',
    );
    expect(test.model.calls).toHaveLength(calls);
  });

  it('and their card are in no later prompt', async () => {
    const { reply } = await send(someone.client, someone.personaId, words);
    const { text } = await messageOf(someone.client, reply.id);
    await ask(someone.client, someone.personaId, 'Good morning');
    const prompt = told(replyCalls(test.model).at(-1));
    expect(prompt).toContain('Good morning');
    expect(prompt).not.toContain(words);
    expect(prompt).not.toContain(text);
  });
});

it('an edit with words of crisis is answered with help lines too', async () => {
  const { message } = await ask(owner.client, owner.personaId, 'A fine day');
  const calls = test.model.calls.length;
  const variables = { messageId: message.id, text: 'I want to die', clientKey: randomUUID() };
  const { reply } = (await owner.client.run(EditMessageDocument, variables)).editMessage;
  expect(reply).toMatchObject({ kind: 'HELP_CARD', status: 'COMPLETE' });
  expect(test.model.calls).toHaveLength(calls);
});

it('help lines do not wait for a reply that is being written', async () => {
  const letGo = holdNextReply(test.model);
  const { reply } = await send(owner.client, owner.personaId, 'A long story');
  const answer = await owner.client.request(SendMessageDocument, {
    personaId: owner.personaId,
    text: 'I want to kill myself',
    clientKey: randomUUID(),
  });
  letGo();
  await readAll(owner.client, reply.id);
  expect(refusal(answer)).toBe('');
});
