import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { pino } from 'pino';
import { type SignedIn, signIn } from '../../client/signIn.js';
import { startApp } from '../../src/app.js';
import { readConfig } from '../../src/config.js';
import { startEmbeddedPostgres } from '../../src/database/embedded/embeddedPostgres.js';
import { type OpenAiStandIn, startOpenAiStandIn } from '../../stand-ins/openai/server/server.js';
import type { ProductProcess } from '../../test/testkit/process.js';
import { startBuilt } from '../stage/startBuilt.js';
import { startRedisServer } from '../../test/testkit/redisServer.js';
import { until } from '../../test/testkit/until.js';
import { makePersona } from '../stage/makePersona.js';

const WORKERS = 2;

/** A job that a worker holds at the moment. */
export interface HeldJob {
  id: string;
  worker: number;
  attempt: number;
}

/** An API, two worker processes of which one is killed at a time, and a model that can be scripted. */
export interface TakeoverStage extends AsyncDisposable {
  url: string;
  model: OpenAiStandIn;
  owner: SignedIn;
  /** A persona that can talk. */
  personaId: string;
  /** Holds locks in the way of a worker. */
  hand: Client;
  db: Client;
  /**
   * Prepares the next kill: both workers run, one to be killed and one to take over, the model has no script
   * and no calls, and the owner, whose access token is short-lived, is signed in again.
   */
  nextRound(): Promise<void>;
  /** Waits until a worker's statement waits for a lock of `hand`. */
  blocked(): Promise<unknown>;
  /** The job of this queue that a worker holds. There must be one at most. */
  heldJob(queue: string): Promise<HeldJob>;
  /**
   * Kills a worker with SIGKILL and whatever its connections were doing, lets go of the locks, and starts
   * another worker in its place. The remaining worker must take over meanwhile.
   * @returns when it was killed, in milliseconds since the epoch
   */
  kill(worker: number): Promise<number>;
}

export async function startTakeoverStage(): Promise<TakeoverStage> {
  await using opened = new AsyncDisposableStack();
  const dataDir = await mkdtemp(join(tmpdir(), 're-mirai-takeover-'));
  opened.defer(() => rm(dataDir, { recursive: true, force: true }));
  // As root, PostgreSQL runs as another user, which must be able to enter the folder.
  await chmod(dataDir, 0o755);
  const log = pino({ level: 'error' });
  const DATABASE_URL = opened.use(await startEmbeddedPostgres({ dataDir, log })).url;
  const person = { email: 'bench@demo.example', name: 'Bench' };
  const personaId = await makePersona(DATABASE_URL, person);
  const connect = async (): Promise<Client> => {
    const client = new Client({ connectionString: DATABASE_URL });
    await client.connect();
    opened.defer(() => client.end());
    return client;
  };
  const [hand, db] = [await connect(), await connect()];
  const model = opened.use(await startOpenAiStandIn());
  const REDIS_URL = opened.use(await startRedisServer()).url;
  const env = { DATABASE_URL, REDIS_URL, OPENAI_BASE_URL: model.url, PORT: '0' };
  const url =
    opened.use(await startApp(readConfig({ ...env, ROLE: 'api', LOG_LEVEL: 'error' }), log)).url ?? '';

  const workers = new Map<number, ProductProcess>();
  async function addWorker(): Promise<void> {
    const worker = await startBuilt({ ...env, ROLE: 'worker' });
    const id = /"workerId":(\d+),"msg":"worker lock held"/.exec(worker.output())?.[1];
    workers.set(Number(id), worker);
  }
  let starting: Promise<void> = Promise.resolve();
  opened.defer(async () => {
    await starting;
    await Promise.all([...workers.values()].map((worker) => worker[Symbol.asyncDispose]()));
  });
  for (let number = 0; number < WORKERS; number += 1) await addWorker();

  const waiting = "from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'";
  const closing = opened.move();
  const stage: TakeoverStage = {
    url,
    model,
    owner: await signIn(url, person),
    personaId,
    hand,
    db,
    async nextRound() {
      await starting;
      model.reset();
      model.calls.length = 0;
      stage.owner = await signIn(url, person);
    },
    blocked: () =>
      until(
        'a worker waits for the lock',
        async () => ((await db.query(`select 1 ${waiting}`)).rowCount ?? 0) > 0,
      ),
    heldJob: (queue) =>
      until(`a worker holds the ${queue} job`, async () => {
        const { rows } = await db.query<HeldJob>(
          `select id, worker, retry_count as attempt from pgboss.job where name = $1 and state = 'active'`,
          [queue],
        );
        return rows[0];
      }),
    async kill(worker) {
      const process = workers.get(worker);
      if (process === undefined) throw new Error(`There is no worker ${worker}.`);
      workers.delete(worker);
      const at = Date.now();
      process.signal('SIGKILL');
      // A statement that waits for a lock does not notice that its client died, and would still run.
      await process.exited;
      await db.query(`select pg_terminate_backend(pid) ${waiting}`);
      await hand.query('rollback');
      starting = addWorker();
      return at;
    },
    [Symbol.asyncDispose]: () => closing.disposeAsync(),
  };
  return stage;
}
