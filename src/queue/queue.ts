import { fromKysely, PgBoss } from 'pg-boss';
import type { Logger } from 'pino';
import * as jobs from './jobs.js';
import type { Queue } from './jobs.js';
import { defaultRetries, type RetryPolicy, runJob } from './runJob.js';
import { startHeartbeat } from './heartbeat.js';
import { personaSaga } from './saga.js';
import { startWorkerPool } from './workerPool.js';

const DAY = 86_400;

/** Opens the queue and creates or updates its tables. Safe to call from several processes at once. */
export async function openQueue(options: {
  databaseUrl: string;
  log: Logger;
  retries?: RetryPolicy;
}): Promise<Queue> {
  const { log, retries = defaultRetries } = options;
  let isStopping = false;
  const boss = new PgBoss({
    connectionString: options.databaseUrl,
    application_name: 're-mirai queue',
    max: 6,
    connectionTimeoutMillis: 5_000,
    useListenNotify: true,
    // The longest delay until a missing heartbeat reveals a dead worker.
    superviseIntervalSeconds: 2,
    monitorIntervalSeconds: 2,
  });
  // Without a listener the first database error would end the process.
  boss.on('error', (error) =>
    // While it stops, the database may end a connection that pg-boss is still closing.
    log[isStopping ? 'debug' : 'warn']({ error: error.message }, 'queue error'),
  );
  boss.on('warning', (warning) => log.debug({ warning: warning.message }, 'queue warning'));
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
      isStopping = true;
      await boss.stop({ graceful: true, timeout: 10_000 });
      heartbeats.dispose();
    },
  };
}

/**
 * Overrides every pg-boss default that could lose work: retries, backoff, dead letter, heartbeat, retention.
 */
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
  const saga: unknown[] = Object.values(personaSaga);
  // The dead letter queue first, because the saga's queues refer to it.
  for (const job of [
    jobs.compensateFailedStep,
    ...Object.values(jobs).filter((own) => own !== jobs.compensateFailedStep),
  ]) {
    const options = {
      ...shared,
      expireInSeconds: job.expireInSeconds,
      retryLimit: Math.min(retries.limit, job.retryLimit ?? Infinity),
      ...(saga.includes(job) ? { deadLetter: jobs.compensateFailedStep.name } : {}),
    };
    await boss.createQueue(job.name, options);
    await boss.updateQueue(job.name, options);
    // Each time, one of all processes sends the job.
    if (job.cron !== undefined) await boss.schedule(job.name, job.cron, {});
  }
}
