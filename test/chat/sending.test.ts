import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import {
  ChooseGreetingDocument,
  EditMessageDocument,
  ExplainReplyDocument,
  PinFactDocument,
  RegenerateReplyDocument,
  SendMessageDocument,
} from '../../operations/generated/graphql.js';
import { newSurvey } from '../testkit/seed.js';
import { useApp } from '../testkit/useApp.js';
import {
  ask,
  countRows,
  holdNextReply,
  readAll,
  refusal,
  replyCalls,
  send,
  shown,
  useTalker,
} from './talk.js';

const test = useApp();
const owner = useTalker(test);

describe('a clientKey', () => {
  it('sent fifty times at once makes one pair, one job and one model call', async () => {
    const calls = replyCalls(test.model).length;
    const messages = await countRows(test, 'message');
    const clientKey = randomUUID();
    const text = 'What do my friends see in me?';
    const pairs = await Promise.all(
      Array.from({ length: 50 }, () => send(owner.client, owner.personaId, text, clientKey)),
    );
    expect(new Set(pairs.map(({ message, reply }) => `${message.id} ${reply.id}`)).size).toBe(1);
    const reply = pairs[0]!.reply.id;
    await readAll(owner.client, reply);
    expect(await countRows(test, 'message')).toBe(messages + 2);
    expect(replyCalls(test.model)).toHaveLength(calls + 1);
    const jobs = `name = 'replyToMessage' and data ->> 'messageId' = '${reply}'`;
    expect(await countRows(test, 'pgboss.job', jobs)).toBe(1);
  });

  it('answers its pair again while the reply is being written, and after it', async () => {
    const letGo = holdNextReply(test.model);
    const clientKey = randomUUID();
    const first = await send(owner.client, owner.personaId, 'Again?', clientKey);
    const during = await send(owner.client, owner.personaId, '  Again? ', clientKey);
    letGo();
    await readAll(owner.client, first.reply.id);
    const after = await send(owner.client, owner.personaId, 'Again?', clientKey);
    for (const pair of [during, after])
      expect([pair.message.id, pair.reply.id]).toEqual([first.message.id, first.reply.id]);
    expect(after.reply.status).toBe('COMPLETE');
  });

  it('with another text is an IDEMPOTENCY_CONFLICT, and stores nothing', async () => {
    const clientKey = randomUUID();
    const { reply } = await send(owner.client, owner.personaId, 'One thing', clientKey);
    await readAll(owner.client, reply.id);
    const before = await shown(owner.client, owner.personaId);
    const variables = { personaId: owner.personaId, text: 'Another thing', clientKey };
    const answer = await owner.client.request(SendMessageDocument, variables);
    expect(refusal(answer)).toBe('IDEMPOTENCY_CONFLICT');
    expect(await shown(owner.client, owner.personaId)).toEqual(before);
  });

  it('used for a message is refused for an edit of another one, though the words are the same', async () => {
    const earlier = await ask(owner.client, owner.personaId, 'An earlier question');
    const clientKey = randomUUID();
    const { reply } = await send(owner.client, owner.personaId, 'The same words', clientKey);
    await readAll(owner.client, reply.id);
    const variables = { messageId: earlier.message.id, text: 'The same words', clientKey };
    const answer = await owner.client.request(EditMessageDocument, variables);
    expect(refusal(answer)).toBe('IDEMPOTENCY_CONFLICT');
  });
});

describe('one reply at a time', () => {
  it('a second message meanwhile is RATE_LIMITED, leaves nothing, and goes through afterwards', async () => {
    const letGo = holdNextReply(test.model);
    const texts = ['The first of two', 'The second of two'];
    const variables = texts.map((text) => ({ personaId: owner.personaId, text, clientKey: randomUUID() }));
    const answers = await Promise.all(variables.map((one) => owner.client.request(SendMessageDocument, one)));
    const won = answers.findIndex(({ errors }) => errors.length === 0);
    const lost = answers[1 - won]!;
    expect(refusal(lost)).toBe('RATE_LIMITED');
    expect(lost.errors[0]?.extensions?.['retryAfter']).toBeGreaterThan(0);
    expect(Number(lost.headers.get('retry-after'))).toBeGreaterThan(0);
    const said = (await shown(owner.client, owner.personaId)).map(({ text }) => text);
    expect([said.includes(texts[won]!), said.includes(texts[1 - won]!)]).toEqual([true, false]);
    letGo();
    await readAll(owner.client, answers[won]!.data!.sendMessage.reply.id);
    const again = (await owner.client.run(SendMessageDocument, variables[1 - won]!)).sendMessage;
    expect((await readAll(owner.client, again.reply.id)).statuses.at(-1)).toBe('COMPLETE');
  });
});

it('a persona that is not READY takes no message, greeting or fact', async () => {
  const survey = await newSurvey(owner.client);
  const personaId = survey.persona.id;
  const answers = [
    await owner.client.request(SendMessageDocument, { personaId, text: 'Hello?', clientKey: randomUUID() }),
    await owner.client.request(ChooseGreetingDocument, { personaId, greeting: 1 }),
    await owner.client.request(PinFactDocument, { personaId, text: 'I swim.' }),
  ];
  for (const answer of answers) expect(refusal(answer)).toBe('PERSONA_NOT_READY');
  expect(await countRows(test, 'conversation', `persona_id = '${personaId}'`)).toBe(0);
});

it('a persona that is being made again keeps its history readable, and takes no message', async () => {
  const { message, reply } = await ask(owner.client, owner.personaId, 'Before');
  const status = (value: string) =>
    test.app.services.orm.em
      .fork()
      .execute('update persona set status = ? where id = ?', [value, owner.personaId]);
  const before = await countRows(test, 'message');
  await status('SYNTHESIZING');
  const key = { clientKey: randomUUID() };
  const answers = [
    await owner.client.request(SendMessageDocument, { personaId: owner.personaId, text: 'Now', ...key }),
    await owner.client.request(EditMessageDocument, { messageId: message.id, text: 'Now', ...key }),
    await owner.client.request(RegenerateReplyDocument, { messageId: reply.id, ...key }),
    await owner.client.request(ExplainReplyDocument, { messageId: reply.id }),
  ];
  const history = await shown(owner.client, owner.personaId);
  await status('READY');
  for (const answer of answers) expect(refusal(answer)).toBe('PERSONA_NOT_READY');
  expect(history.at(-1)?.id).toBe(reply.id);
  expect(await countRows(test, 'message')).toBe(before);
});
