import { beforeAll, describe, expect, it, vi } from 'vitest';
import { ApiClient } from '../../client/apiClient.js';
import { StopReplyDocument } from '../../operations/generated/graphql.js';
import { replyToMessage } from '../../src/queue/jobs.js';
import { until } from '../testkit/until.js';
import { useApp } from '../testkit/useApp.js';
import {
  ask,
  conductNextReply,
  countRows,
  messageOf,
  readAll,
  replyCalls,
  send,
  shown,
  storedUpTo,
  useTalker,
} from './talk.js';

const test = useApp();
const owner = useTalker(test);

const finals = ['COMPLETE', 'STOPPED', 'FAILED'];
const order = ['PENDING', 'STREAMING', 'COMPLETE'];

describe('a finished reply', () => {
  const text = '거울 says: 👩🏽‍🚀 and 鏡.';
  let id: string;
  beforeAll(async () => {
    const words = conductNextReply(test);
    ({ id } = (await send(owner.client, owner.personaId, 'Tell me')).reply);
    words.end(text);
    await readAll(owner.client, id);
  });

  it('gives exactly one event, final, from any offset up to its end, also from within an emoji', async () => {
    for (let after = 0; after <= text.length; after += 1)
      expect(await readAll(owner.client, id, after)).toEqual({
        text: text.slice(after),
        statuses: ['COMPLETE'],
        pieces: 1,
      });
  });

  it.each([text.length + 1, -1, 2_147_483_647])('has no offset %i', async (after) => {
    await expect(readAll(owner.client, id, after)).rejects.toThrow('BAD_USER_INPUT');
  });
});

describe('a reply that is being written', () => {
  it('reaches five readers alike, two of which join late, in order and without a gap', async () => {
    const words = conductNextReply(test);
    const { reply } = await send(owner.client, owner.personaId, 'Tell us');
    const early = [0, 0, 0].map((after) => readAll(owner.client, reply.id, after));
    const parts = Array.from({ length: 30 }, (_, index) => `word ${index} `);
    for (const part of parts.slice(0, 15)) {
      words.write(part);
      await new Promise((resolve) => setImmediate(resolve));
    }
    const half = parts.slice(0, 15).join('');
    expect(await storedUpTo(owner.client, reply.id, half.length)).toBe(half);
    await using elsewhere = new ApiClient(test.url, owner.session.accessToken);
    const late = [readAll(elsewhere, reply.id), readAll(elsewhere, reply.id, 20)];
    for (const part of parts.slice(15)) words.write(part);
    words.end();
    const whole = parts.join('');
    const reads = await Promise.all([...early, ...late]);
    expect(reads.map((read) => read.text)).toEqual([whole, whole, whole, whole, whole.slice(20)]);
    for (const { statuses } of reads) {
      expect(statuses).toEqual(statuses.toSorted((a, b) => order.indexOf(a) - order.indexOf(b)));
      expect(statuses.filter((status) => finals.includes(status))).toEqual(['COMPLETE']);
    }
    expect((await messageOf(owner.client, reply.id)).text).toBe(whole);
  });

  it('is stored and streamed alike, whatever a model cuts in two or should not have said', async () => {
    const words = conductNextReply(test);
    const { reply } = await send(owner.client, owner.personaId, 'Be difficult');
    const reading = readAll(owner.client, reply.id);
    const [high = '', low = ''] = '🚀'.split('');
    const pieces = [
      '거울 ',
      '👩🏽\u200d',
      high,
      low,
      ' NUL\0',
      'CR\r',
      '\nLF ',
      'lone ',
      high,
      'x',
      low,
      ' end',
      high,
    ];
    for (const piece of pieces) words.write(piece);
    words.end();
    const read = await reading;
    expect(read.text).toBe('거울 👩🏽\u200d🚀 NULCR\nLF lone \ufffdx\ufffd end\ufffd');
    expect(await messageOf(owner.client, reply.id)).toMatchObject({ text: read.text, status: 'COMPLETE' });
  });

  it('gives a reader that has all of it so far only what is new', async () => {
    const words = conductNextReply(test);
    const { reply } = await send(owner.client, owner.personaId, 'Slowly');
    words.write('first ');
    await storedUpTo(owner.client, reply.id, 6);
    const reading = readAll(owner.client, reply.id, 6);
    words.end('second');
    expect((await reading).text).toBe('second');
  });
});

describe('stopping', () => {
  it('from a second tab keeps the partial, leaves the model alone and ends every reader once', async () => {
    test.model.script({ path: 'chat', do: 'stall' });
    const { reply } = await send(owner.client, owner.personaId, 'A long story please');
    const readers = [readAll(owner.client, reply.id), readAll(owner.client, reply.id)];
    await storedUpTo(owner.client, reply.id, 20);
    const call = replyCalls(test.model).at(-1);
    expect(call?.aborted).toBe(false);
    await using tab = new ApiClient(test.url, owner.session.accessToken);
    const { message } = (await tab.run(StopReplyDocument, { messageId: reply.id })).stopReply;
    expect(message.status).toBe('STOPPED');
    for (const read of await Promise.all(readers)) {
      expect(read.text).toBe(message.text);
      expect(read.statuses.filter((status) => finals.includes(status))).toEqual(['STOPPED']);
      expect(read.statuses.at(-1)).toBe('STOPPED');
    }
    await until('the model is left alone', () => call?.aborted === true);
    expect(await messageOf(owner.client, reply.id)).toMatchObject({ text: message.text, status: 'STOPPED' });
    expect(await countRows(test, 'reply_chunk', `message_id = '${reply.id}'`)).toBe(0);
  });

  it('twice, or after the end, changes nothing', async () => {
    test.model.script({ path: 'chat', do: 'stall' });
    const { reply } = await send(owner.client, owner.personaId, 'Another long story');
    await storedUpTo(owner.client, reply.id, 20);
    const stop = async (messageId: string) =>
      (await owner.client.run(StopReplyDocument, { messageId })).stopReply.message;
    const [once, twice] = await Promise.all([stop(reply.id), stop(reply.id)]);
    expect([once.status, once.text]).toEqual(['STOPPED', twice.text]);
    expect(await stop(reply.id)).toEqual(once);
    const finished = await ask(owner.client, owner.personaId, 'A short one');
    expect(await stop(finished.reply.id)).toMatchObject({ status: 'COMPLETE', text: finished.read.text });
  });

  it('makes room for the next message at once', async () => {
    test.model.script({ path: 'chat', do: 'stall' });
    const calls = replyCalls(test.model).length;
    const { reply } = await send(owner.client, owner.personaId, 'Never mind');
    await until('the model is asked', () => replyCalls(test.model).length > calls);
    await owner.client.run(StopReplyDocument, { messageId: reply.id });
    expect((await ask(owner.client, owner.personaId, 'Rather this')).read.statuses.at(-1)).toBe('COMPLETE');
  });

  it('before a worker began leaves an empty reply that no worker touches', async () => {
    const { orm, queue } = test.app.services;
    // Its job comes later than the stop.
    vi.spyOn(queue, 'send').mockResolvedValueOnce(undefined);
    const { reply } = await send(owner.client, owner.personaId, 'Too late');
    expect(reply.status).toBe('PENDING');
    const reading = readAll(owner.client, reply.id);
    const calls = replyCalls(test.model).length;
    await owner.client.run(StopReplyDocument, { messageId: reply.id });
    const read = await reading;
    expect([read.text, read.statuses.at(-1)]).toEqual(['', 'STOPPED']);
    await orm.em.fork().transactional((em) => queue.send(em, replyToMessage, { messageId: reply.id }));
    const done = `name = 'replyToMessage' and data ->> 'messageId' = '${reply.id}' and state = 'completed'`;
    await until('the job is done', async () => (await countRows(test, 'pgboss.job', done)) === 1);
    expect(await messageOf(owner.client, reply.id)).toMatchObject({ text: '', status: 'STOPPED' });
    expect(replyCalls(test.model)).toHaveLength(calls);
  });
});

it('a reply of the demo model is labelled from its first word on, and also when it was stopped', async () => {
  const { ai } = test.app.services;
  const wasDemo = ai.isDemo;
  ai.isDemo = true;
  const words = conductNextReply(test);
  const { reply } = await send(owner.client, owner.personaId, 'Are you a demo?');
  words.write('I am not saying');
  await storedUpTo(owner.client, reply.id, 5);
  const isLabelled = async (): Promise<boolean | undefined> =>
    (await shown(owner.client, owner.personaId)).at(-1)?.demo;
  const during = await isLabelled();
  await owner.client.run(StopReplyDocument, { messageId: reply.id });
  const stopped = await isLabelled();
  ai.isDemo = wasDemo;
  expect({ during, stopped }).toEqual({ during: true, stopped: true });
});
