import { Redis } from 'ioredis';
import { describe, expect, it } from 'vitest';
import {
  CorrectFactDocument,
  DeleteConversationDocument,
  DeleteMessageDocument,
  EditMessageDocument,
  PinFactDocument,
  RestartConversationDocument,
} from '../../operations/generated/graphql.js';
import { startRedisServer } from '../testkit/redisServer.js';
import { startTestApp } from '../testkit/testApp.js';
import { tablesHolding } from '../testkit/tablesHolding.js';
import { until } from '../testkit/until.js';
import { useApp } from '../testkit/useApp.js';
import {
  ask,
  conductNextReply,
  conversationOf,
  countRows,
  eraseTalk,
  readAll,
  refusal,
  send,
  shown,
  shownIds,
  storedUpTo,
  talker,
  useTalker,
} from './talk.js';

/** Every key and value in Redis as one text. */
async function dumpRedis(url: string): Promise<string> {
  const redis = new Redis(url);
  const keys = await redis.keys('*');
  const values = await Promise.all(keys.map((key) => redis.dump(key)));
  redis.disconnect();
  return [...keys, ...values.map(String)].join('\n');
}

const canary = 'Xanadu7canary';

describe('a deleted conversation', () => {
  it('is nowhere: not in a table, a job, a fact, a summary, a piece of a reply or Redis', async () => {
    await using redis = await startRedisServer();
    // Stored in the clear, so that the search would find what is left.
    await using test = await startTestApp({ env: { DATA_KEYS: 'plain', REDIS_URL: redis.url } });
    const { client, personaId } = await talker(test.url);
    for (let turn = 1; turn <= 10; turn += 1)
      await ask(client, personaId, `I am ${canary} and I like tea, ${turn}.`);
    await until('a summary', async () => (await conversationOf(client, personaId)).memory.summary !== null);
    await client.run(PinFactDocument, { personaId, text: `${canary} swims` });
    const words = conductNextReply(test);
    const { reply } = await send(client, personaId, `Who is ${canary}?`);
    words.write(`You are ${canary}, as far as I can see, and you have told me so before. `);
    await storedUpTo(client, reply.id, canary.length);
    expect(await tablesHolding(test, canary)).toEqual(
      expect.arrayContaining(['public.fact', 'public.message', 'public.reply_chunk']),
    );
    const reading = readAll(client, reply.id).then(
      () => 'ended',
      () => 'ended',
    );
    const { deleteConversation } = await client.run(DeleteConversationDocument, { personaId });
    expect(deleteConversation.conversation.memory).toEqual({ summary: null, facts: [] });
    expect(await reading).toBe('ended');
    await until('its writer has ended', async () => (await tablesHolding(test, canary)).length === 0);
    expect(await shown(client, personaId)).toEqual([]);
    expect(await dumpRedis(redis.url)).not.toContain(canary);
    // A talk begins as usual afterwards, and nothing of the old one is told to the model.
    test.model.calls.length = 0;
    await ask(client, personaId, 'Hello again.');
    expect(JSON.stringify(test.model.calls)).not.toContain(canary);
    expect(await shown(client, personaId)).toHaveLength(2);
  });
});

const test = useApp();
const owner = useTalker(test);
const say = (text: string) => ask(owner.client, owner.personaId, text);

describe('a deleted message', () => {
  it('goes with its reply and all that followed, and leaves what came before', async () => {
    await eraseTalk(test, owner.personaId);
    const first = await say('First.');
    const second = await say('Second.');
    await say('Third.');
    await owner.client.run(DeleteMessageDocument, { messageId: second.message.id });
    expect(await shownIds(owner.client, owner.personaId)).toEqual([first.message.id, first.reply.id]);
    expect(await countRows(test, 'message', `id = '${second.reply.id}'`)).toBe(0);
    const next = await say('Another second.');
    expect(next.message).toMatchObject({ text: 'Another second.' });
    const again = await owner.client.request(DeleteMessageDocument, { messageId: second.message.id });
    expect(refusal(again)).toBe('NOT_FOUND');
  });

  it('gives way to its other wording', async () => {
    await eraseTalk(test, owner.personaId);
    const { message, reply } = await say('First wording.');
    const { editMessage } = await owner.client.run(EditMessageDocument, {
      messageId: message.id,
      text: 'Second wording.',
      clientKey: 'second',
    });
    await readAll(owner.client, editMessage.reply.id);
    await owner.client.run(DeleteMessageDocument, { messageId: editMessage.message.id });
    expect(await shownIds(owner.client, owner.personaId)).toEqual([message.id, reply.id]);
  });

  it('takes along the facts that a summary found in it, also corrected ones, and no pinned ones', async () => {
    await eraseTalk(test, owner.personaId);
    const { message } = await say('I am a gardener.');
    for (let turn = 1; turn <= 9; turn += 1) await say(`I like tea, ${turn}.`);
    const memory = async () => (await conversationOf(owner.client, owner.personaId)).memory;
    const [found] = await until('a fact', async () => {
      const { facts } = await memory();
      return facts.length > 0 && facts;
    });
    await owner.client.run(CorrectFactDocument, { factId: found!.id, text: 'I grow roses.' });
    await owner.client.run(PinFactDocument, { personaId: owner.personaId, text: 'I swim.' });
    await owner.client.run(DeleteMessageDocument, { messageId: message.id });
    expect(await memory()).toMatchObject({ summary: null, facts: [{ text: 'I swim.' }] });
    expect(await shown(owner.client, owner.personaId)).toEqual([]);
  });

  it('is never a reply alone', async () => {
    const { reply } = await say('Hello.');
    const refused = await owner.client.request(DeleteMessageDocument, { messageId: reply.id });
    expect(refusal(refused)).toBe('BAD_USER_INPUT messageId');
  });
});

describe('a conversation started anew', () => {
  it('shows nothing, remembers facts, and keeps the earlier talk as an alternative', async () => {
    await eraseTalk(test, owner.personaId);
    const { message } = await say('The old talk.');
    await owner.client.run(PinFactDocument, { personaId: owner.personaId, text: 'I swim.' });
    const { restartConversation } = await owner.client.run(RestartConversationDocument, {
      personaId: owner.personaId,
    });
    expect(restartConversation.conversation.memory.facts).toMatchObject([{ text: 'I swim.' }]);
    expect(await shown(owner.client, owner.personaId)).toEqual([]);
    await say('The new talk.');
    const [first] = await shown(owner.client, owner.personaId);
    expect(first?.text).toBe('The new talk.');
    expect(await countRows(test, 'message', `id = '${message.id}'`)).toBe(1);
  });
});
