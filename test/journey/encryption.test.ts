import { expect, it } from 'vitest';
import { ApiClient } from '../../client/apiClient.js';
import { answersOf, type FriendView, submission, threeFriends } from '../../client/friends.js';
import {
  AnswerAboutMyselfDocument,
  PinFactDocument,
  ReceiptDocument,
  SubmitResponseDocument,
} from '../../operations/generated/graphql.js';
import { conductNextReply, conversationOf, messageOf, send, storedUpTo, talker } from '../chat/talk.js';
import { newSurvey, someone, submitAll } from '../testkit/seed.js';
import { tablesHolding } from '../testkit/tablesHolding.js';
import { useApp } from '../testkit/useApp.js';

const test = useApp();
const rows = <T>(sql: string, values: unknown[] = []) =>
  test.app.services.orm.em.fork().execute<T[]>(sql, values);

it('no table shows what a friend wrote, what an owner wrote or what the mirror answered', async () => {
  const canary = 'Xanadu7canary';
  await using owner = await talker(test.url);
  const { client, personaId } = owner;
  const survey = await newSurvey(client);
  const friend: FriendView = { ...threeFriends[0]!, line: `sings of ${canary}` };
  const [receipt = ''] = await submitAll(test.url, survey.slug, [friend]);
  await client.run(PinFactDocument, { personaId, text: `${canary} likes tea` });
  const words = conductNextReply(test);
  const { message, reply } = await send(client, personaId, `Where is ${canary}?`);
  words.write(`It is in ${canary}`);
  await storedUpTo(client, reply.id, 10);
  expect(await tablesHolding(test, canary)).toEqual([]);
  words.end('.');
  await storedUpTo(client, reply.id, `It is in ${canary}.`.length);
  expect(await tablesHolding(test, canary)).toEqual([]);
  const mine = (await new ApiClient(test.url).run(ReceiptDocument, { receipt })).responseByReceipt;
  expect(mine.answers.find(({ text }) => text !== null)?.text).toBe(friend.line);
  expect((await messageOf(client, message.id)).text).toBe(`Where is ${canary}?`);
  expect((await conversationOf(client, personaId)).memory.facts[0]?.text).toBe(`${canary} likes tea`);
});

it('equal answers are stored as different values, and nothing stored is a digest of them', async () => {
  await using owner = await someone(test.url);
  const survey = await newSurvey(owner.client);
  const view = { ...threeFriends[0]!, line: 'the same line' };
  await submitAll(test.url, survey.slug, [view, view]);
  const stored = await rows<{ answers: string; content_hash: string }>(
    'select answers, content_hash from response where survey_id = ?',
    [survey.id],
  );
  expect(new Set(stored.map(({ answers }) => answers)).size).toBe(2);
  expect(stored.map(({ content_hash }) => content_hash)).toEqual(['', '']);
});

it('an owner’s own answers are encrypted, in the portrait and in every version', async () => {
  await using owner = await talker(test.url);
  const answers = answersOf({ ...threeFriends[1]!, line: undefined });
  await owner.client.run(AnswerAboutMyselfDocument, { answers });
  const stored = await rows<{ value: unknown }>(
    `with mine as (select owner_id as id from persona where id = ?)
     select answers as value from self_portrait where owner_id in (select id from mine)
     union all select v.self from persona_version v join persona p on p.id = v.persona_id
       where p.owner_id in (select id from mine)`,
    [owner.personaId],
  );
  expect(stored).toHaveLength(3);
  for (const { value } of stored) expect(value).toMatch(/^sealed:1:test:/);
});

it('answers moved to another response are refused, and the others stay readable', async () => {
  await using owner = await someone(test.url);
  const survey = await newSurvey(owner.client);
  const [one = '', other = ''] = await submitAll(test.url, survey.slug, threeFriends.slice(0, 2));
  await rows(
    'update response set answers = (select answers from response where receipt = ?) where receipt = ?',
    [one, other],
  );
  const read = (receipt: string) => new ApiClient(test.url).request(ReceiptDocument, { receipt });
  expect((await read(other)).errors[0]?.extensions?.['code']).toBe('INTERNAL_SERVER_ERROR');
  expect((await read(one)).errors).toEqual([]);
});

it('a response from before encryption is read, and a retry of it is recognized', async () => {
  await using owner = await someone(test.url);
  const survey = await newSurvey(owner.client);
  const input = submission(survey.slug, threeFriends[0]!);
  const anyone = new ApiClient(test.url);
  const { receipt } = (await anyone.run(SubmitResponseDocument, { input })).submitResponse;
  const plain = input.answers.map((answer) =>
    Object.fromEntries(Object.entries(answer).filter(([, value]) => value !== undefined)),
  );
  await rows("update response set answers = ?::jsonb, content_hash = 'a digest' where receipt = ?", [
    JSON.stringify(plain),
    receipt,
  ]);
  const { responseByReceipt } = await anyone.run(ReceiptDocument, { receipt });
  expect(responseByReceipt.answers).toHaveLength(input.answers.length);
  expect((await anyone.run(SubmitResponseDocument, { input })).submitResponse.receipt).toBe(receipt);
  const changed = { ...input, closeness: 1 };
  const { errors } = await anyone.request(SubmitResponseDocument, { input: changed });
  expect(errors[0]?.extensions?.['code']).toBe('IDEMPOTENCY_CONFLICT');
});
