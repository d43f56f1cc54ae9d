import { pino } from 'pino';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { MessageDocument } from '../../operations/generated/graphql.js';
import { startApp } from '../../src/app.js';
import { readConfig } from '../../src/config.js';
import { readAll, send, type Talker, talker } from '../chat/talk.js';
import { createTestDatabase } from '../testkit/database.js';
import { type TcpProxy, tcpProxy } from '../testkit/tcpProxy.js';
import { until } from '../testkit/until.js';

const opened = new AsyncDisposableStack();
let database: TcpProxy;
let redis: TcpProxy;
let owner: Talker;

beforeAll(async () => {
  database = opened.use(await tcpProxy(opened.use(await createTestDatabase()).url));
  redis = opened.use(await tcpProxy(inject('redisUrl')));
  const settings = { PORT: '0', LOG_LEVEL: 'silent', DATABASE_URL: database.url, REDIS_URL: redis.url };
  const config = readConfig(settings);
  const app = opened.use(await startApp(config, pino({ level: config.logLevel })));
  owner = opened.use(await talker(app.url ?? ''));
});
afterAll(() => opened.disposeAsync());

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
  await database.cut();
  await until(
    'it is noticed',
    async () => (await owner.client.request(MessageDocument, { id })).status === 503,
  );
  await database.mend();
  const read = await reading;
  expect(await stored(id)).toMatchObject({ status: 'COMPLETE', text: read.text });
  expect(read.statuses.filter((status) => status === 'COMPLETE')).toHaveLength(1);
  expect(read.text.length).toBeGreaterThan(100);
}, 60_000);

it('a Redis that goes away in mid-reply delays words and loses none', async () => {
  const { id, reading } = await midReply('And what do they worry about?');
  await redis.cut();
  const late = readAll(owner.client, id);
  await until('the reply is written without it', async () => (await stored(id)).status === 'COMPLETE');
  const [early, joined] = await Promise.all([reading, late]);
  await redis.mend();
  const { text } = await stored(id);
  expect([early.text, joined.text]).toEqual([text, text]);
}, 60_000);
