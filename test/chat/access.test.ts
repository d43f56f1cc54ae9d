import { beforeAll, describe, expect, it } from 'vitest';
import { ApiClient } from '../../client/apiClient.js';
import * as documents from '../../operations/generated/graphql.js';
import { until } from '../testkit/until.js';
import { useApp, usePerson } from '../testkit/useApp.js';
import { ask, countRows, readAll, refusal, replyCalls, send, storedUpTo, talker, useTalker } from './talk.js';

type Ids = { personaId: string; questionId: string; replyId: string; factId: string };

const test = useApp();
const owner = useTalker(test);
const stranger = usePerson(test);
let ids: Ids;
const nowhere = '7d3c2a2e-0000-4000-8000-000000000000';
const nobody: Ids = { personaId: nowhere, questionId: nowhere, replyId: nowhere, factId: nowhere };
const malformed: Ids = { personaId: '../..', questionId: "' or 1=1", replyId: '', factId: '\0' };

beforeAll(async () => {
  const { message, reply } = await ask(owner.client, owner.personaId, 'What only I may read');
  const { pinFact } = await owner.client.run(documents.PinFactDocument, {
    personaId: owner.personaId,
    text: 'What only I may know.',
  });
  ids = {
    personaId: owner.personaId,
    questionId: message.id,
    replyId: reply.id,
    factId: pinFact.conversation.memory.facts[0]!.id,
  };
});

const text = 'Let me in';
const clientKey = 'a-key-of-a-stranger';
type Operation = (client: ApiClient, ids: Ids) => ReturnType<ApiClient['request']>;
/** The access matrix calls every operation with valid values; these have others. */
const operations: Record<string, Operation> = {
  'chooseGreeting out of range': (client, { personaId }) =>
    client.request(documents.ChooseGreetingDocument, { personaId, greeting: 99 }),
  'editMessage of a question': (client, { questionId: messageId }) =>
    client.request(documents.EditMessageDocument, { messageId, text, clientKey }),
};
const subscriptions: Record<string, (client: ApiClient, ids: Ids) => AsyncIterableIterator<unknown>> = {
  'replyStreamed past its end': (client, { replyId: messageId }) =>
    client.follow(documents.ReplyStreamedDocument, { messageId, after: 1_000_000 }),
  'replyStreamed of a question': (client, { questionId: messageId }) =>
    client.follow(documents.ReplyStreamedDocument, { messageId }),
};

describe.each(Object.entries(operations))('%s', (_name, operation) => {
  it('answers for what is another’s the same as for what does not exist', async () => {
    const [foreign, missing, mad] = await Promise.all(
      [ids, nobody, malformed].map((which) => operation(stranger.client, which)),
    );
    expect(refusal(foreign!)).toBe('NOT_FOUND');
    expect([missing!.errors, mad!.errors]).toEqual([foreign!.errors, foreign!.errors]);
    expect([missing!.data, missing!.status]).toEqual([foreign!.data, foreign!.status]);
  });

  it('is UNAUTHENTICATED without a sign-in, whatever it is asked for', async () => {
    for (const which of [ids, nobody]) {
      const answer = await operation(new ApiClient(test.url), which);
      expect([answer.status, refusal(answer)]).toEqual([401, 'UNAUTHENTICATED']);
    }
  });
});

describe.each(Object.entries(subscriptions))('%s', (_name, subscribe) => {
  it('is refused to strangers as to what does not exist, and to the anonymous', async () => {
    const refusalOf = async (client: ApiClient, which: Ids): Promise<string> => {
      const events = subscribe(client, which);
      return events.next().then(
        () => 'let in',
        (error: Error) => error.message,
      );
    };
    const foreign = await refusalOf(stranger.client, ids);
    expect(foreign).toMatch(/^NOT_FOUND/);
    for (const which of [nobody, malformed]) expect(await refusalOf(stranger.client, which)).toBe(foreign);
    await using anonymous = new ApiClient(test.url);
    expect(await refusalOf(anonymous, ids)).toMatch(/^UNAUTHENTICATED/);
  });
});

it('a key that another used is mine to use: keys are of one conversation', async () => {
  await using mine = await talker(test.url);
  const key = 'the-same-key';
  const theirs = await send(owner.client, owner.personaId, 'Theirs', key);
  const own = await send(mine.client, mine.personaId, 'Mine', key);
  expect(own.message).toMatchObject({ text: 'Mine' });
  expect(own.message.id).not.toBe(theirs.message.id);
  await readAll(owner.client, theirs.reply.id);
  await readAll(mine.client, own.reply.id);
});

it('deleting the survey while a reply is being written ends its readers, its model call and all that was said', async () => {
  await using leaver = await talker(test.url);
  await leaver.client.run(documents.PinFactDocument, { personaId: leaver.personaId, text: 'I leave.' });
  await ask(leaver.client, leaver.personaId, 'Before');
  const [conversation] = await test.app.services.orm.em
    .fork()
    .execute<{ id: string }[]>('select id from conversation where persona_id = ?', [leaver.personaId]);
  const id = conversation?.id ?? '';
  test.model.script({ path: 'chat', do: 'stall' });
  const { reply } = await send(leaver.client, leaver.personaId, 'A long story');
  const reading = readAll(leaver.client, reply.id);
  const states = leaver.client.follow(documents.ConversationChangedDocument, {
    personaId: leaver.personaId,
  });
  await states.next();
  await storedUpTo(leaver.client, reply.id, 20);
  const call = replyCalls(test.model).at(-1);
  const calls = replyCalls(test.model).length;
  await leaver.client.run(documents.DeleteSurveyDocument, { surveyId: leaver.surveyId });
  expect((await reading).statuses).not.toContain('COMPLETE');
  await until('the live view ends', async () => (await states.next()).done === true);
  await until('the model is left alone', () => call?.aborted === true);
  const job = `name = 'replyToMessage' and data ->> 'messageId' = '${reply.id}' and state in ('created', 'retry', 'active')`;
  await until('its job is over', async () => (await countRows(test, 'pgboss.job', job)) === 0);
  for (const [table, condition] of Object.entries({
    conversation: `id = '${id}'`,
    message: `conversation_id = '${id}'`,
    fact: `conversation_id = '${id}'`,
    reply_chunk: `message_id = '${reply.id}'`,
  }))
    expect(await countRows(test, table, condition), table).toBe(0);
  expect(replyCalls(test.model)).toHaveLength(calls);
  expect(refusal(await leaver.client.request(documents.MessageDocument, { id: reply.id }))).toBe('NOT_FOUND');
});
