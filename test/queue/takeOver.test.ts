import { randomUUID } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import { pino } from 'pino';
import { expect, it } from 'vitest';
import { openDatabase } from '../../src/database/openDatabase.js';
import { type Attempt, type Queue, replyToMessage } from '../../src/queue/jobs.js';
import { openQueue } from '../../src/queue/queue.js';
import { createTestDatabase } from '../testkit/database.js';
import { until } from '../testkit/until.js';

/** An attempt at a job, which ends when the test says so. */
interface Run {
  worker: Queue;
  attempt: Attempt;
  end: () => void;
}

interface Workers extends AsyncDisposable {
  em: EntityManager;
  runs: Run[];
  /** Sends a job. @returns its first attempt */
  start(): Promise<Run>;
  /** Breaks the connection on which a worker holds its lock. */
  cut(worker: Queue): Promise<void>;
  /** What became of the only job. */
  job(): Promise<{ state: string; retries: number }>;
}

/** Two workers on one database. */
async function startWorkers(): Promise<Workers> {
  await using opened = new AsyncDisposableStack();
  const { url } = opened.use(await createTestDatabase());
  const orm = await openDatabase(url);
  opened.defer(() => orm.close(true));
  const em = orm.em.fork();
  const runs: Run[] = [];
  opened.defer(() => runs.forEach(({ end }) => end()));
  const open = async (): Promise<Queue> => {
    const worker = opened.use(await openQueue({ databaseUrl: url, log: pino({ level: 'silent' }) }));
    await worker.work(replyToMessage, async (_payload, attempt) => {
      const { promise, resolve } = Promise.withResolvers<void>();
      runs.push({ worker, attempt, end: resolve });
      await promise;
    });
    return worker;
  };
  const [sender] = [await open(), await open()];
  const closing = opened.move();
  return {
    em,
    runs,
    async start() {
      await sender.send(em, replyToMessage, { messageId: randomUUID() });
      return until('a worker has the job', () => runs[0]);
    },
    async cut({ workerId }) {
      await em.execute('select pg_terminate_backend(pid) from pg_stat_activity where application_name = ?', [
        `re-mirai worker ${workerId}`,
      ]);
    },
    async job() {
      const [row] = await em.execute<{ state: string; retries: number }[]>(
        'select state, retry_count as retries from pgboss.job where name = ?',
        [replyToMessage.name],
      );
      return row ?? { state: 'none', retries: 0 };
    },
    [Symbol.asyncDispose]: () => closing.disposeAsync(),
  };
}

const held = 'select pid, backend_xmin, backend_xid from pg_stat_activity where application_name = ?';

it('a worker whose connection is cut takes its lock again and keeps its job', async () => {
  await using workers = await startWorkers();
  const { worker, attempt, end } = await workers.start();
  const name = [`re-mirai worker ${worker.workerId}`];
  const [before] = await workers.em.execute<{ pid: number }[]>(held, name);
  await workers.cut(worker);
  await until('it has the lock again', async () => {
    const [now] = await workers.em.execute<{ pid: number }[]>(
      `${held} and pid <> ? and exists (select 1 from pg_locks where pg_locks.pid = pg_stat_activity.pid
         and locktype = 'advisory' and granted)`,
      [...name, before?.pid],
    );
    return now;
  });
  expect(attempt.signal.aborted).toBe(false);
  end();
  await until('the job is done', async () => (await workers.job()).state === 'completed');
  expect([(await workers.job()).retries, workers.runs.length]).toEqual([0, 1]);
});

it('a worker that cannot keep its connection loses its job to another, stops and settles nothing', async () => {
  await using workers = await startWorkers();
  const first = await workers.start();
  const second = await until('another worker has the job', async () => {
    await workers.cut(first.worker);
    return workers.runs.find(({ worker }) => worker !== first.worker);
  });
  // Between two cuts the first worker has its lock for a moment, and may begin another attempt.
  const others = workers.runs.filter((run) => run !== second);
  await until('its attempts are aborted', () => others.every(({ attempt }) => attempt.signal.aborted));
  expect(second.attempt.signal.aborted).toBe(false);
  for (const { end } of others) end();
  // The worker without its lock may have fetched the job again, but did not run it.
  const retries = second.attempt.number - 1;
  expect(await workers.job()).toEqual({ state: 'active', retries });
  second.end();
  await until('the job is done', async () => (await workers.job()).state === 'completed');
  expect((await workers.job()).retries).toBe(retries);
  expect(workers.runs.at(-1)).toBe(second);
});

it('a worker that stops hands back what does not end soon, and another goes on at once', async () => {
  await using workers = await startWorkers();
  const first = await workers.start();
  const stopped = first.worker[Symbol.asyncDispose]();
  const second = await until('another worker has the job', () => workers.runs[1]);
  expect([second.worker === first.worker, first.attempt.signal.aborted]).toEqual([false, true]);
  first.end();
  await stopped;
  second.end();
  await until('the job is done', async () => (await workers.job()).state === 'completed');
});

it('a worker that stops finishes what ends soon', async () => {
  await using workers = await startWorkers();
  const { worker, end } = await workers.start();
  const stopped = worker[Symbol.asyncDispose]();
  end();
  await stopped;
  expect([await workers.job(), workers.runs.length]).toEqual([{ state: 'completed', retries: 0 }, 1]);
});

it('the connection that holds the lock does not hold back vacuum', async () => {
  await using workers = await startWorkers();
  const { worker, end } = await workers.start();
  end();
  const [own] = await workers.em.execute(`${held} and state = 'idle in transaction'`, [
    `re-mirai worker ${worker.workerId}`,
  ]);
  expect(own).toMatchObject({ backend_xmin: null, backend_xid: null });
});
