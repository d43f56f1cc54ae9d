import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import {
  PublishPersonaDocument,
  ReplyStreamedDocument,
  SendMessageDocument,
} from '../../operations/generated/graphql.js';
import { AppError } from '../../src/errors.js';
import { createRateLimits } from '../../src/limits/rateLimits.js';
import { channelOf, type Pubsub } from '../../src/pubsub/pubsub.js';
import { createRedisPubsub } from '../../src/pubsub/redisPubsub.js';
import { send } from '../http/send.js';
import { startRedisCluster } from '../testkit/redisCluster.js';
import { newSurvey, someone, statesUntil, threeAnswers } from '../testkit/seed.js';
import { startTestApp } from '../testkit/testApp.js';
import { until } from '../testkit/until.js';
import { useOne } from '../testkit/useOne.js';

const log = pino({ level: process.env['TEST_LOG'] ?? 'silent' });
const cluster = useOne(startRedisCluster, 'test');

const openPubsub = (): Pubsub => createRedisPubsub({ url: cluster.url, isCluster: true }, log);
const isWell = (pubsub: Pubsub): Promise<boolean> =>
  pubsub.check().then(
    () => true,
    () => false,
  );
/** The id of a row whose events live on a master. */
async function idOn(master: number, taken: string[] = []): Promise<string> {
  for (let n = 0; ; n += 1) {
    const slot = await cluster.slotOf(channelOf('surveyProgressed', n));
    if (!taken.includes(String(n)) && (await cluster.holderOf(slot)) === master) return String(n);
  }
}

/** Two processes as far as events go; one follows a row on each master. */
async function followAll() {
  await using opened = new AsyncDisposableStack();
  const [publisher, subscriber] = [opened.use(openPubsub()), opened.use(openPubsub())];
  await until('both are connected', async () => (await isWell(publisher)) && (await isWell(subscriber)));
  const ids = await Promise.all([idOn(0), idOn(1), idOn(2)]);
  const feeds = ids.map((id) => subscriber.subscribe('surveyProgressed', id));
  await Promise.all(feeds.map(({ ready }) => ready));
  let revision = 0;
  const closing = opened.move();
  return {
    ids,
    publisher,
    subscriber,
    /** Whether an event of each row arrives, and not only a hint to read it again. */
    allArrive: async (): Promise<boolean> => {
      revision += 1;
      for (const id of ids) publisher.publish('surveyProgressed', { id, revision });
      const arrived = await Promise.all(
        feeds.map(async (feed) => {
          for (;;) {
            const event = await feed.nextWithin(1_000);
            if (!event || event.revision === revision) return event;
          }
        }),
      );
      return arrived.every((event) => event?.revision === revision);
    },
    [Symbol.asyncDispose]: () => closing.disposeAsync(),
  };
}

describe('with a Redis Cluster', () => {
  it('events of all masters arrive', async () => {
    await using followed = await followAll();
    await until('they arrive', followed.allArrive);
  });

  it('events arrive again after the slot of their channel has moved', async () => {
    await using followed = await followAll();
    await until('they arrive', followed.allArrive);
    const slot = await cluster.slotOf(channelOf('surveyProgressed', followed.ids[0]));
    await cluster.moveSlot(slot, 1);
    await until('the slot has moved', async () => (await cluster.holderOf(slot)) === 1);
    await until('they arrive again', followed.allArrive);
  });

  it('events arrive again after a master was killed and its replica took its place', async () => {
    await using followed = await followAll();
    await until('they arrive', followed.allArrive);
    const otherId = await idOn(0, followed.ids);
    await cluster.killFirst();
    await until('it is noticed', async () => !(await isWell(followed.subscriber)));
    // Another row of the same master, followed while its channel is nowhere.
    const late = followed.subscriber.subscribe('surveyProgressed', otherId);
    await until('they arrive again', followed.allArrive);
    await until('its events arrive too', async () => {
      followed.publisher.publish('surveyProgressed', { id: otherId, revision: 1 });
      return (await late.nextWithin(1_000))?.revision;
    });
    await until('the check passes', () => isWell(followed.subscriber));
  });

  it('a process stops in order while the master of a channel that it has just followed is away', async () => {
    const otherId = await idOn(0);
    {
      await using followed = await followAll();
      await cluster.killFirst();
      followed.subscriber.subscribe('surveyProgressed', otherId);
    }
    // A rejection that nobody handles would end the process, and fails this test.
    await new Promise((resolve) => setImmediate(resolve));
  });

  it('limits are shared between processes, and hold while a master is away', async () => {
    const open = () =>
      createRateLimits({
        redis: { url: cluster.url, isCluster: true },
        secret: 's'.repeat(32),
        exemptLoopback: () => false,
        log,
      });
    await using one = open();
    await using other = open();
    const allowance = async (address: string): Promise<number> => {
      for (let taken = 0; ; taken += 1)
        try {
          await (taken % 2 === 0 ? one : other).take('signIn', address, address);
        } catch (error) {
          if (error instanceof AppError && error.code === 'RATE_LIMITED') return taken;
          throw error;
        }
    };
    let household = 0;
    // Before the connection stands each process counts on its own.
    await until('both count together', async () => (await allowance(`192.0.2.${(household += 1)}`)) === 10);
    for (let n = 1; n <= 12; n += 1) expect(await allowance(`198.51.100.${n}`)).toBe(10);
    await cluster.killFirst();
    for (let n = 1; n <= 12; n += 1) {
      const taken = await allowance(`203.0.113.${n}`);
      // While its counter is away each process counts, and then the replica from the beginning.
      expect(taken).toBeGreaterThanOrEqual(10);
      expect(taken).toBeLessThanOrEqual(30);
    }
  });

  it('a persona is made and a reply streamed across processes', async () => {
    const env = { REDIS_URL: cluster.url, REDIS_CLUSTER: 'true' };
    await using api = await startTestApp({ env: { ...env, ROLE: 'api' } });
    await using worker = await startTestApp({
      env: { ...env, ROLE: 'worker', DATABASE_URL: api.databaseUrl },
    });
    expect(worker.url).toBe('');
    await until('ready', async () => (await send(`${api.url}/readyz`)).status === 200);
    const { client } = await someone(api.url);
    const survey = await newSurvey(client);
    const personaId = survey.persona.id;
    const states = statesUntil(client, personaId, ['READY']);
    await threeAnswers(api.url, survey.slug);
    expect((await states).at(-1)?.status).toBe('READY');
    await client.run(PublishPersonaDocument, { personaId });
    const { sendMessage } = await client.run(SendMessageDocument, {
      personaId,
      text: 'Hello',
      clientKey: 'one',
    });
    let text = '';
    for await (const { replyStreamed } of client.follow(ReplyStreamedDocument, {
      messageId: sendMessage.reply.id,
    })) {
      expect(replyStreamed.offset).toBe(text.length);
      text += replyStreamed.text;
    }
    expect(text).not.toBe('');
  });
});
