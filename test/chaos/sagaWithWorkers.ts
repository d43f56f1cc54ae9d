import { Client } from 'pg';
import { inject } from 'vitest';
import type { SignedIn } from '../../client/signIn.js';
import type { OpenAiStandIn } from '../../stand-ins/openai/server/server.js';
import { type ProductProcess, startProcess } from '../testkit/process.js';
import { newSurvey, someone } from '../testkit/seed.js';
import { quickRetries, startTestApp, type TestApp } from '../testkit/testApp.js';
import { until } from '../testkit/until.js';

/** An API in this process, workers as processes of their own, and a hand on the database between them. */
export interface Stage extends AsyncDisposable {
  test: TestApp;
  model: OpenAiStandIn;
  owner: SignedIn;
  survey: { id: string; slug: string; persona: { id: string } };
  startWorker(): Promise<ProductProcess>;
  /** One connection that can hold locks. */
  hand: Client;
  /** Settles when a worker's statement waits for a lock that `hand` holds. */
  blocked(): Promise<unknown>;
  /** Ends the worker as a power cut would: the process, and what its connections were doing. */
  cutPower(worker: ProductProcess): Promise<void>;
}

/** Sets the stage with a survey that nobody has answered yet. @param tokensPerSecond how fast the model talks */
export async function setStage(tokensPerSecond?: number): Promise<Stage> {
  await using opened = new AsyncDisposableStack();
  const test = opened.use(
    await startTestApp({ ROLE: 'api', REDIS_URL: inject('redisUrl') }, quickRetries, tokensPerSecond),
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
  const waiting = "from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'";
  const closing = opened.move();
  return {
    test,
    model: test.model,
    owner,
    survey,
    hand,
    startWorker: async () =>
      closing.use(
        await startProcess({
          ROLE: 'worker',
          DATABASE_URL: test.databaseUrl,
          REDIS_URL: inject('redisUrl'),
          OPENAI_BASE_URL: test.model.url,
        }),
      ),
    blocked: () =>
      until(
        'a worker waits for the lock',
        async () => ((await look.query(`select 1 ${waiting}`)).rowCount ?? 0) > 0,
      ),
    async cutPower(worker) {
      worker.signal('SIGKILL');
      await worker.exited;
      // A statement that waits for a lock does not notice that its client died, and would still run.
      await look.query(`select pg_terminate_backend(pid) ${waiting}`);
    },
    [Symbol.asyncDispose]: () => closing.disposeAsync(),
  };
}
