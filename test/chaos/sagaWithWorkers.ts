import { Client } from 'pg';
import { pino } from 'pino';
import { inject } from 'vitest';
import type { SignedIn } from '../../client/signIn.js';
import { type App, startApp } from '../../src/app.js';
import { readConfig } from '../../src/config.js';
import type { OpenAiStandIn } from '../../stand-ins/openai/server/server.js';
import { dataKeys } from '../testkit/dataKeys.js';
import { type ProductProcess, startProcess } from '../testkit/process.js';
import { newSurvey, someone } from '../testkit/seed.js';
import { startTestApp, type TestApp } from '../testkit/testApp.js';
import { until } from '../testkit/until.js';

/** An API in this process, workers that can be ended, and a connection that holds locks in their way. */
export interface Stage extends AsyncDisposable {
  test: TestApp;
  model: OpenAiStandIn;
  owner: SignedIn;
  survey: { id: string; slug: string; persona: { id: string } };
  /** A worker as a process of its own, which can be killed or frozen. */
  startWorker(): Promise<ProductProcess>;
  /** Another worker, in this process: it takes over what the first left, and costs no start of a process. */
  startSuccessor(): Promise<App>;
  /** One connection that can hold locks. */
  hand: Client;
  /** Settles when a worker's statement waits for a lock that `hand` holds. */
  blocked(): Promise<unknown>;
  /** Ends the worker as a power cut would: the process, and what its connections were doing. */
  cutPower(worker: ProductProcess): Promise<void>;
}

/** Sets the stage with a survey that has no responses yet. @param env settings of the API and the workers */
export async function setStage(env: Record<string, string> = {}): Promise<Stage> {
  await using opened = new AsyncDisposableStack();
  const test = opened.use(
    await startTestApp({ env: { ROLE: 'api', REDIS_URL: inject('redisUrl'), ...env } }),
  );
  const owner = opened.use(await someone(test.url));
  const survey = await newSurvey(owner.client);
  const hand = new Client({ connectionString: test.databaseUrl, application_name: 'hand' });
  await hand.connect();
  hand.on('error', () => opened.disposed || process.stderr.write('the hand was cut off\n'));
  opened.defer(() => hand.end());
  const look = new Client({ connectionString: test.databaseUrl });
  await look.connect();
  opened.defer(() => look.end());
  const ofDatabase = 'from pg_stat_activity where datname = current_database()';
  const waiting = `${ofDatabase} and wait_event_type = 'Lock'`;
  const running = `${ofDatabase} and pid <> pg_backend_pid() and state = 'active'
    and wait_event_type is distinct from 'Lock'`;
  const settings = {
    ROLE: 'worker',
    DATABASE_URL: test.databaseUrl,
    DATA_KEYS: dataKeys,
    REDIS_URL: inject('redisUrl'),
    OPENAI_BASE_URL: test.model.url,
    ...env,
  };
  const closing = opened.move();
  return {
    test,
    model: test.model,
    owner,
    survey,
    hand,
    startWorker: async () => closing.use(await startProcess(settings)),
    startSuccessor: async () => {
      const app = await startApp(readConfig(settings), pino({ level: 'silent' }));
      closing.use(app);
      return app;
    },
    blocked: () =>
      until(
        'a worker waits for the lock',
        async () => ((await look.query(`select 1 ${waiting}`)).rowCount ?? 0) > 0,
      ),
    async cutPower(worker) {
      // Frozen first: a statement that it has just sent would begin to wait after the waiting ones are ended.
      worker.signal('SIGSTOP');
      await until(
        'each statement has ended or waits for a lock',
        async () => (await look.query(`select 1 ${running}`)).rowCount === 0,
      );
      worker.signal('SIGKILL');
      await worker.exited;
      // A statement that waits for a lock does not notice that its client died, and would still run.
      await look.query(`select pg_terminate_backend(pid) ${waiting}`);
    },
    [Symbol.asyncDispose]: () => closing.disposeAsync(),
  };
}
