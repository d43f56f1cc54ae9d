import { setTimeout as delay } from 'node:timers/promises';
import { Client } from 'pg';
import { startOpenAiStandIn } from '../stand-ins/openai/server/server.js';
import type { ProductProcess } from '../test/testkit/process.js';
import { startBuilt } from './stage/startBuilt.js';
import { lossyWire } from '../test/testkit/lossyWire.js';
import { startRedisServer } from '../test/testkit/redisServer.js';
import { someone } from '../test/testkit/seed.js';
import { smallPicture } from '../test/testkit/smallPicture.js';
import { temporaryFolder } from '../test/testkit/temporaryFolder.js';
import { type AnswerLoad, startAnswerLoad, untilAccepted } from './failover/answerLoad.js';
import { startPgBouncer } from './failover/pgBouncer.js';
import { startReplicatedDatabase } from './failover/replicatedDatabase.js';

/**
 * Under load, kills the primary database, the standby, Redis and PgBouncer and loses the bytes of every
 * connection, and compares what friends were told with what the database holds: `npm run failover -- [failovers
 * 3]`. Exits with 1 if an accepted answer was lost or counted twice, or if a version of a persona is not READY
 * in the end.
 */
const failovers = Number(process.argv[2] ?? 3);
/** What a manager needs to notice that the primary is gone. Patroni's default is up to 30 s. */
const DETECTION_MS = 1_000;
const BETWEEN_MS = 3_000;
const friends = 8;
const surveys = 12;

interface Row {
  fault: string;
  /** From the fault to the first accepted answer that was sent after it, in seconds. */
  'first answer (s)': string;
  /** … until that is so for each of the friends who answer at the same time. */
  'all answers (s)': string;
  'fault lasted (s)': string;
}

await using opened = new AsyncDisposableStack();
const folder = opened.use(await temporaryFolder());
const say = (line: string): void => void process.stderr.write(`${line}\n`);
const database = opened.use(await startReplicatedDatabase(folder.path));
say('primary and synchronous standby run');
const [one, two] = database.urls;
const wires = [opened.use(await lossyWire(one)), opened.use(await lossyWire(two))] as const;
/** Both hosts in one address, each through a wire. */
const databaseUrl = wires[0].url.replace(/@[^/]+/, (host) => `${host},${new URL(wires[1].url).host}`);
const redis = await startRedisServer();
const model = opened.use(await startOpenAiStandIn({ draw: smallPicture }));
const rows: Row[] = [];
const shared = { REDIS_URL: redis.url, OPENAI_BASE_URL: model.url, LOG_LEVEL: 'info' };

const fleet = async (env: Record<string, string>): Promise<ProductProcess> => {
  const api = opened.use(await startBuilt({ ...shared, ...env, ROLE: 'api' }));
  opened.use(await startBuilt({ ...shared, ...env, ROLE: 'worker' }));
  return api;
};

async function measure(load: AnswerLoad, fault: string, inject: () => Promise<void>): Promise<void> {
  const at = performance.now();
  await inject();
  const away = performance.now() - at;
  const { first, all } = await untilAccepted(load, at);
  rows.push({
    fault,
    'first answer (s)': (first / 1_000).toFixed(2),
    'all answers (s)': (all / 1_000).toFixed(2),
    'fault lasted (s)': (away / 1_000).toFixed(2),
  });
  say(`${fault}: ${(all / 1_000).toFixed(2)} s`);
  await delay(BETWEEN_MS);
}

async function replacePrimary(): Promise<void> {
  await database.killPrimary();
  await delay(DETECTION_MS);
  await database.promote();
}

const api = await fleet({ DATABASE_URL: databaseUrl });
const load = await startAnswerLoad(api.url, await someone(api.url), { friends, surveys });
await delay(BETWEEN_MS);
for (let count = 1; count <= failovers; count += 1) {
  await measure(load, `primary killed, standby promoted (${count})`, replacePrimary);
  await database.addStandby();
  await delay(BETWEEN_MS);
}
await measure(load, 'synchronous standby killed, started again after 5 s', async () => {
  await database.killStandby();
  await delay(5_000);
  await database.startStandby();
});
await measure(load, 'every connection half-open', () => {
  for (const wire of wires) wire.lose();
  return Promise.resolve();
});
const { port: redisPort } = new URL(redis.url);
await measure(load, 'Redis killed, started again after 2 s', async () => {
  process.kill(redis.pid, 'SIGKILL');
  await delay(2_000);
  opened.use(await startRedisServer(Number(redisPort)));
});
await load.stop();
say(`${load.ledger.length} answers accepted; now through PgBouncer`);

const bouncer = opened.use(await startPgBouncer(database.primaryUrl(), folder.path));
const pooled = await fleet({ DATABASE_URL: bouncer.url, DATABASE_DIRECT_URL: databaseUrl });
const pooledLoad = await startAnswerLoad(pooled.url, await someone(pooled.url), { friends, surveys: 4 });
await delay(BETWEEN_MS);
await measure(pooledLoad, 'PgBouncer killed, started again after 1 s', async () => {
  await bouncer.kill();
  await delay(1_000);
  await bouncer.start();
});
await pooledLoad.stop();

const judgement = await judge([...load.ledger, ...pooledLoad.ledger]);
console.table(rows);
process.stdout.write(
  `${JSON.stringify({ ...judgement, refusals: Object.fromEntries([...load.refusals, ...pooledLoad.refusals]) })}\n`,
);
if (judgement.lost + judgement.doubled + judgement.miscounted + judgement.notReady > 0) process.exitCode = 1;

/** Compares the ledger with the database, once the sagas have had a minute to end. */
async function judge(ledger: AnswerLoad['ledger']) {
  const client = new Client({ connectionString: database.primaryUrl() });
  await client.connect();
  const numbers = async (statement: string): Promise<number> => {
    const { rows: found } = await client.query<{ count: string }>(statement);
    return Number(found[0]?.count);
  };
  const unfinished = "select count(*) from persona_version where status <> 'READY'";
  for (let wait = 60; wait > 0 && (await numbers(unfinished)) > 0; wait -= 1) await delay(1_000);
  const stored = await client.query<{ client_key: string; receipt: string }>(
    'select client_key, receipt from response',
  );
  const byKey = Map.groupBy(stored.rows, (row) => row.client_key);
  const lost = ledger.filter(({ clientKey, receipt }) => byKey.get(clientKey)?.[0]?.receipt !== receipt);
  const judged = {
    accepted: ledger.length,
    retried: ledger.filter(({ attempts }) => attempts > 1).length,
    lost: lost.length,
    doubled: stored.rows.length - byKey.size + Math.max(0, byKey.size - ledger.length),
    miscounted: await numbers(
      `select count(*) from survey where response_count <>
       (select count(*) from response where survey_id = survey.id)`,
    ),
    versions: await numbers('select count(*) from persona_version'),
    notReady: await numbers(unfinished),
  };
  await client.end();
  return judged;
}
