import type { EntityManager } from '@mikro-orm/postgresql';
import { print } from 'graphql';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  CloseSurveyDocument,
  PublicPersonaDocument,
  PublicSurveyDocument,
  PublishPersonaDocument,
  UnpublishPersonaDocument,
} from '../../operations/generated/graphql.js';
import { startReplicatedDatabase } from '../../bench/failover/replicatedDatabase.js';
import { errorsOf, post, send } from '../http/send.js';
import { lossyWire } from '../testkit/lossyWire.js';
import { newSurvey, someone, statesUntil, threeAnswers } from '../testkit/seed.js';
import { execute } from '../testkit/templateDatabase.js';
import { temporaryFolder } from '../testkit/temporaryFolder.js';
import { startTestApp } from '../testkit/testApp.js';
import { until } from '../testkit/until.js';
import { useOne } from '../testkit/useOne.js';

/** A primary and a streaming replica. No COMMIT waits for the replica. */
const database = useOne(async () => {
  await using opened = new AsyncDisposableStack();
  const folder = opened.use(await temporaryFolder());
  const servers = opened.use(await startReplicatedDatabase(folder.path));
  const [primary, replica] = servers.urls;
  await execute(primary, "alter system set synchronous_standby_names = ''");
  await execute(primary, 'select pg_reload_conf()');
  const wire = opened.use(await lossyWire(replica));
  const closing = opened.move();
  return {
    primary,
    replica,
    wire,
    killReplica: () => servers.killStandby(),
    startReplica: () => servers.startStandby(),
    pauseReplay: () => execute(replica, 'select pg_wal_replay_pause()'),
    resumeReplay: () => execute(replica, 'select pg_wal_replay_resume()'),
    [Symbol.asyncDispose]: () => closing.disposeAsync(),
  };
});
const startOnBoth = () =>
  startTestApp({ env: { DATABASE_URL: database.primary, DATABASE_REPLICA_URL: database.wire.url } });
const test = useOne(startOnBoth);

async function metric(name: string, url = test.url): Promise<number> {
  const { text } = await send(`${url}/metrics`);
  const line = text.split('\n').find((one) => one.startsWith(`${name} `));
  return Number(line?.slice(name.length + 1));
}
const readsOnReplica = () => metric('replicated_reads_total{server="replica"}');
const isReplicaUsed = async (url = test.url) => (await metric('database_replicas_resting', url)) === 0;
const isReady = async () => (await send(`${test.url}/readyz`)).status === 200;

/** Read anew for each request. */
const statusOf = async (slug: string, url = test.url): Promise<string | undefined> => {
  const { text } = await post(url, print(PublicSurveyDocument), { slug });
  return (JSON.parse(text) as { data: { survey: { status: string } | null } }).data.survey?.status;
};

beforeEach(() => until('the replica is used', isReplicaUsed));

describe('public reads with a replica', () => {
  it('are answered by it, surveys, pages, personas and pictures alike', async () => {
    const { client } = await someone(test.url);
    const survey = await newSurvey(client);
    await threeAnswers(test.url, survey.slug);
    await statesUntil(client, survey.persona.id, ['READY']);
    const { publishPersona } = await client.run(PublishPersonaDocument, { personaId: survey.persona.id });
    const slug = publishPersona.persona.publicUrl?.split('/').at(-1) ?? '';
    const page = await send(`${test.url}/p/${slug}`);
    const picture = /\/images\/\w+\.webp/.exec(page.text)?.[0] ?? '';
    const addresses = [`/s/${survey.slug}`, `/p/${slug}`, picture, `/p/${slug}/card.png`];
    for (const address of addresses) {
      await until(`a replica reads ${address}`, async () => {
        const before = await readsOnReplica();
        expect((await send(test.url + address)).status).toBe(200);
        return (await readsOnReplica()) > before;
      });
    }
    await until('a replica reads by a query', async () => {
      const before = await readsOnReplica();
      const { text } = await post(test.url, print(PublicPersonaDocument), { slug });
      expect(errorsOf(text)).toEqual([]);
      return (await readsOnReplica()) > before;
    });
  });

  it('show what was changed before them, however far the replica lags behind', async () => {
    const { client } = await someone(test.url);
    const survey = await newSurvey(client);
    await threeAnswers(test.url, survey.slug);
    await statesUntil(client, survey.persona.id, ['READY']);
    await until('the replica is used', isReplicaUsed);
    await database.pauseReplay();
    try {
      const personaId = survey.persona.id;
      const { publishPersona } = await client.run(PublishPersonaDocument, { personaId });
      const page = publishPersona.persona.publicUrl?.replace(/^.*(?=\/p\/)/, test.url) ?? '';
      expect((await send(page)).status).toBe(200);
      await client.run(UnpublishPersonaDocument, { personaId });
      expect((await send(page)).status).toBe(404);
      await client.run(CloseSurveyDocument, { surveyId: survey.id });
      expect(await statusOf(survey.slug)).toBe('CLOSED');
      // As another process would, of which this one hears nothing.
      await execute(database.primary, `update survey set status = 'OPEN' where slug = '${survey.slug}'`);
      expect(await statusOf(survey.slug)).toBe('OPEN');
      expect(await isReplicaUsed()).toBe(false);
      expect(await isReady()).toBe(true);
    } finally {
      await database.resumeReplay();
    }
    await until('the replica is used again', isReplicaUsed);
  });

  it('wait for the replica when it is only milliseconds behind', async () => {
    const { client } = await someone(test.url);
    const { slug, id } = await newSurvey(client);
    const before = await metric('replicated_reads_total{server="primary"}');
    for (let time = 0; time < 20; time += 1) {
      const status = time % 2 === 0 ? 'CLOSED' : 'OPEN';
      await execute(database.primary, `update survey set status = '${status}' where id = '${id}'`);
      expect(await statusOf(slug)).toBe(status);
    }
    expect(await readsOnReplica()).toBeGreaterThan(0);
    // On a busy machine the replica may be late, but not each time.
    expect((await metric('replicated_reads_total{server="primary"}')) - before).toBeLessThan(20);
  });
});

it('a read that fails by its own fault does not end the use of the replica', async () => {
  const { readRows } = test.app.services;
  const servers: unknown[] = [];
  const broken = async (em: EntityManager): Promise<never> => {
    const [row] = await em.execute<{ replica: boolean }[]>('select pg_is_in_recovery() as replica');
    servers.push(row?.replica);
    throw new RangeError('Unknown norms.');
  };
  await until('a replica tries it', async () => {
    await expect(readRows(broken)).rejects.toThrow('Unknown norms.');
    return servers.includes(true);
  });
  expect(servers.at(-1)).toBe(false);
  expect(await isReplicaUsed()).toBe(true);
});

describe('without its replica the product', () => {
  it('answers public reads from the primary, is ready, and starts; and uses the replica once it is back', async () => {
    const { client } = await someone(test.url);
    const { slug } = await newSurvey(client);
    await database.killReplica();
    expect(await statusOf(slug)).toBe('OPEN');
    expect(await isReady()).toBe(true);
    await using started = await startOnBoth();
    expect(await statusOf(slug, started.url)).toBe('OPEN');
    expect(await isReplicaUsed(started.url)).toBe(false);
    await database.startReplica();
    await until('both processes use it', async () => {
      const used = await Promise.all([isReplicaUsed(), isReplicaUsed(started.url)]);
      return used.every(Boolean);
    });
  });

  it('answers them too when the connections to it lose their bytes without a word', async () => {
    const { client } = await someone(test.url);
    const { slug } = await newSurvey(client);
    await until('a connection is open', async () => {
      const before = await readsOnReplica();
      await statusOf(slug);
      return (await readsOnReplica()) > before;
    });
    expect(database.wire.lose()).toBeGreaterThan(0);
    expect(await statusOf(slug)).toBe('OPEN');
    await until('the replica is used again', isReplicaUsed);
  });
});

it('a replica that became a primary is no longer read', async () => {
  await using folder = await temporaryFolder();
  await using servers = await startReplicatedDatabase(folder.path);
  const [primary, replica] = servers.urls;
  await execute(primary, "alter system set synchronous_standby_names = ''");
  await execute(primary, 'select pg_reload_conf()');
  await using own = await startTestApp({ env: { DATABASE_URL: primary, DATABASE_REPLICA_URL: replica } });
  const { client } = await someone(own.url);
  const { slug } = await newSurvey(client);
  await until('the replica is used', () => isReplicaUsed(own.url));
  // Nobody told the old primary, so there are two now.
  await execute(replica, 'select pg_promote()');
  await execute(replica, `update survey set status = 'CLOSED' where slug = '${slug}'`);
  expect(await statusOf(slug, own.url)).toBe('OPEN');
  expect(await isReplicaUsed(own.url)).toBe(false);
});
