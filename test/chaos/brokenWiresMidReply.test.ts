import { expect, it } from 'vitest';
import { MessageDocument } from '../../operations/generated/graphql.js';
import { readAll, send, talker } from '../chat/talk.js';
import { until } from '../testkit/until.js';
import { useOne } from '../testkit/useOne.js';
import { useWiredApp } from './useWiredApp.js';

const wired = useWiredApp();
const owner = useOne(() => talker(wired.url));

const stored = async (id: string) => (await owner.client.run(MessageDocument, { id })).message;

/** A reply of which a reader has the first words. */
async function midReply(question: string) {
  const { reply } = await send(owner.client, owner.personaId, question);
  const { promise: begun, resolve } = Promise.withResolvers<void>();
  const reading = readAll(owner.client, reply.id, 0, ({ text }) => text !== '' && resolve());
  await begun;
  return { id: reply.id, reading };
}

it('a database that goes away in mid-reply loses no word: they wait, and the readers get them', async () => {
  const { id, reading } = await midReply('What do they like about me?');
  await wired.database.cut();
  await until(
    'it is noticed',
    async () => (await owner.client.request(MessageDocument, { id })).status === 503,
  );
  await wired.database.mend();
  const read = await reading;
  expect(await stored(id)).toMatchObject({ status: 'COMPLETE', text: read.text });
  expect(read.statuses.filter((status) => status === 'COMPLETE')).toHaveLength(1);
  expect(read.text.length).toBeGreaterThan(100);
});

it('a Redis that goes away in mid-reply delays words and loses none', async () => {
  const { id, reading } = await midReply('And what do they worry about?');
  await wired.redis.cut();
  const late = readAll(owner.client, id);
  await until('the reply is written without it', async () => (await stored(id)).status === 'COMPLETE');
  const [early, joined] = await Promise.all([reading, late]);
  await wired.redis.mend();
  const { text } = await stored(id);
  expect([early.text, joined.text]).toEqual([text, text]);
});
