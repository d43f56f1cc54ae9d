import type { EntityManager } from '@mikro-orm/postgresql';
import { fromKysely, PgBoss } from 'pg-boss';
import type { Logger } from 'pino';
import * as jobs from './jobs.js';
import type { Job } from './jobs.js';
import { patientRetries, type RetryPolicy } from './retryPolicy.js';
import { runJob, type StepHandler } from './runJob.js';
import { startHeartbeat } from './startHeartbeat.js';
import { startWorkerPool } from './startWorkerPool.js';

const DAY = 86_400;

/** The job queue: it lives in the same database as the rows, so that a job is sent by the commit that calls for it. */
export interface Queue extends AsyncDisposable {
  /** Sends a job in the transaction of `em`: both happen or neither. */
  send<T extends object>(em: EntityManager, job: Job<T>, payload: T): Promise<void>;
  /** Runs jobs until the queue is disposed. */
  work<T extends object>(job: Job<T>, handler: StepHandler<T>): Promise<void>;
  /** Resolves while the queue can be reached, throws otherwise. */
  check(): Promise<void>;
}

/** Opens the queue, creating or updating its tables. Several processes may do so at once. */
export async function openQueue(options: {
  databaseUrl: string;
  log: Logger;
  retries?: RetryPolicy;
}): Promise<Queue> {
  const { log, retries = patientRetries } = options;
  const boss = new PgBoss({
    connectionString: options.databaseUrl,
    application_name: 're-mirai queue',
    max: 6,
    connectionTimeoutMillis: 5_000,
    useListenNotify: true,
    // A dead worker is noticed by its missing heartbeat, at most this much later.
    superviseIntervalSeconds: 2,
    monitorIntervalSeconds: 2,
  });
  // Without a listener the first hiccup of the database would end the process.
  boss.on('error', (error) => log.warn({ error: error.message }, 'the queue met an error'));
  boss.on('warning', (warning) => log.debug({ warning: warning.message }, 'the queue warns'));
  await boss.start();
  await createQueues(boss, retries);
  const heartbeats = new DisposableStack();

  return {
    async send(em, job, payload) {
      const id = await boss.send(job.name, job.payload.parse(payload), { db: fromKysely(em.getKysely()) });
      if (id === null) throw new Error(`The queue dropped a ${job.name} job.`);
    },
    work(job, handler) {
      const heartbeat = heartbeats.use(startHeartbeat(boss, job.name, log));
      return startWorkerPool(boss, job.name, job.width, heartbeat, (fetched) =>
        runJob(job, fetched, handler, log),
      );
    },
    async check() {
      await boss.getDb().executeSql('select 1');
    },
    async [Symbol.asyncDispose]() {
      await boss.stop({ graceful: true, timeout: 10_000 });
      heartbeats.dispose();
    },
  };
}

/** Every default that would lose work is set: tries, backoff, dead letter, heartbeat, retention. */
async function createQueues(boss: PgBoss, retries: RetryPolicy): Promise<void> {
  const shared = {
    notify: true,
    heartbeatSeconds: 10,
    retryLimit: retries.limit,
    retryDelay: retries.delaySeconds,
    retryBackoff: true,
    retryDelayMax: retries.maxDelaySeconds,
    retentionSeconds: 90 * DAY,
    deleteAfterSeconds: 3 * DAY,
  };
  const saga = [jobs.synthesizePersona, jobs.illustratePersona];
  // The dead letter first: the saga's queues name it.
  for (const job of [
    jobs.settleFailure,
    ...Object.values(jobs).filter((own) => own !== jobs.settleFailure),
  ]) {
    const options = {
      ...shared,
      expireInSeconds: job.expireInSeconds,
      retryLimit: Math.min(retries.limit, job.retryLimit ?? Infinity),
      ...(saga.includes(job as never) ? { deadLetter: jobs.settleFailure.name } : {}),
    };
    await boss.createQueue(job.name, options);
    await boss.updateQueue(job.name, options);
  }
}
