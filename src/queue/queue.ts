import { randomInt } from 'node:crypto';
import { fromKysely, type JobWithMetadata, PgBoss } from 'pg-boss';
import type { Logger } from 'pino';
import { connectionLimits } from '../database/connectionLimits.js';
import { databaseClient, hostUrls } from '../database/databaseClient.js';
import * as jobs from './jobs.js';
import type { Queue } from './jobs.js';
import { keptMs } from '../retention.js';
import { defaultRetries, type OnJobEnd, type RetryPolicy, runJob } from './runJob.js';
import { handOn, inTransaction } from './handOn.js';
import { type Heartbeat, startHeartbeat } from './heartbeat.js';
import { listen } from './listen.js';
import { noteWorkers, queueConnectionName } from './noteWorkers.js';
import { personaSaga } from './saga.js';
import { startTakingOver } from './takeOver.js';
import { startWorkerPool } from './workerPool.js';
import { startWorkerPresence, type WorkerPresence } from './workerPresence.js';

const DAY = 86_400;
/** Attempts to create or update the tables, 1, 2, 4 … seconds apart. Another process may be doing the same. */
const START_ATTEMPTS = 4;

/** When the queue stops, jobs that end within this time are finished, and the others are handed back. */
const FINISH_WITHIN_MS = 4_000;

/**
 * Opens the queue and creates or updates its tables. Safe to call from several processes at once.
 * @param options.listenUrl an address without a pooler that shares connections between sessions; by default
 *   databaseUrl
 * @param options.isTraced whether jobs have spans, in the trace of what sent them. pg-boss keeps its context with the job
 */
export async function openQueue(options: {
  databaseUrl: string;
  listenUrl?: string;
  log: Logger;
  retries?: RetryPolicy;
  onJobEnd?: OnJobEnd;
  isTraced?: boolean;
}): Promise<Queue> {
  const { databaseUrl, listenUrl = databaseUrl, log, retries = defaultRetries } = options;
  const { onJobEnd = () => undefined, isTraced = false } = options;
  const workerId = randomInt(1, 2 ** 31);
  let isStopping = false;
  // pg-boss hands its options to its pool, also those that its own type does not name.
  const pool = { ...connectionLimits, Client: databaseClient(databaseUrl) };
  const boss = new PgBoss({
    ...pool,
    connectionString: hostUrls(databaseUrl)[0],
    application_name: queueConnectionName(workerId),
    max: 6,
    useListenNotify: true,
    // The longest delay until a missing heartbeat reveals a frozen worker.
    superviseIntervalSeconds: 2,
    monitorIntervalSeconds: 2,
    openTelemetry: { enabled: isTraced, propagateContext: isTraced },
  });
  boss.getDb().listen = (channel, onNotification, onReconnect) =>
    Promise.resolve(listen({ databaseUrl: listenUrl, channel, onNotification, onReconnect, log }));
  // Without a listener the first database error would end the process.
  boss.on('error', (error) =>
    // While it stops, the database may end a connection that pg-boss is still closing.
    log[isStopping ? 'debug' : 'warn']({ error: error.message }, 'queue error'),
  );
  boss.on('warning', (warning) => log.debug({ warning: warning.message }, 'queue warning'));
  try {
    await boss.start({ attempts: START_ATTEMPTS });
    await noteWorkers(boss.getDb());
    await createQueues(boss, retries);
  } catch (error) {
    isStopping = true;
    // Otherwise its timers and its listener would keep the process alive, and its connections open.
    await boss.stop({ graceful: false });
    throw error;
  }
  const heartbeats = new Map<string, Heartbeat>();
  let presence: Promise<WorkerPresence> | undefined;

  /** Shows that this process is alive, before it takes its first job, and takes over from those that died. */
  const startPresence = (): Promise<WorkerPresence> =>
    startWorkerPresence({
      databaseUrl: listenUrl,
      workerId,
      log,
      // Jobs that were handed on while the connection was lost are aborted before any other starts.
      onHeld: async () => void (await Promise.all([...heartbeats.values()].map((one) => one.beat()))),
      startLooking: () => startTakingOver(boss, () => [...heartbeats.keys()], log),
    });
  const handBack = (queue: string, attempts: JobWithMetadata<object>[]): Promise<void> =>
    inTransaction(boss, (db) => handOn(boss, db, queue, attempts));
  const handBackAll = async (): Promise<void> => {
    const all = [...heartbeats].map(([queue, heartbeat]) =>
      heartbeat.giveUp((attempts) => handBack(queue, attempts)),
    );
    for (const given of await Promise.allSettled(all))
      if (given.status === 'rejected') log.warn({ error: given.reason }, 'jobs not handed back');
  };

  return {
    workerId,
    async send(em, job, payload, afterSeconds = 0) {
      const options = { db: fromKysely(em.getKysely()), startAfter: afterSeconds };
      const id = await boss.send(job.name, job.payload.parse(payload), options);
      if (id === null) throw new Error(`The queue dropped a ${job.name} job.`);
    },
    async endFailed(em, { name }, { jobId: id, number }, report) {
      const db = fromKysely(em.getKysely());
      // The published types lack the field.
      const ended: { affected?: number } = await boss.fail(name, [{ id, retryCount: number - 1 }], report, {
        db,
      });
      if ((ended.affected ?? 0) === 0) return 'OVER';
      const [next] = await em.execute<{ due: number }[]>(
        `select extract(epoch from start_after)::float8 * 1000 as due from pgboss.job
         where name = ? and id = ? and state = 'retry'`,
        [name, id],
      );
      return next === undefined ? 'LAST' : { next: new Date(next.due) };
    },
    async work(job, handler) {
      const heartbeat = startHeartbeat(boss, job.name, log);
      heartbeats.set(job.name, heartbeat);
      const own = await (presence ??= startPresence());
      const run = (fetched: JobWithMetadata<object>) =>
        runJob(
          job,
          fetched,
          handler,
          { handBack: (attempt) => handBack(job.name, [attempt]), end: onJobEnd },
          log,
        );
      await startWorkerPool(boss, job.name, job.width, heartbeat, () => own.held(), run);
    },
    async check() {
      await boss.getDb().executeSql('select 1');
    },
    async [Symbol.asyncDispose]() {
      isStopping = true;
      const finished = setTimeout(() => void handBackAll(), FINISH_WITHIN_MS);
      await boss.stop({ graceful: true, timeout: 10_000 });
      clearTimeout(finished);
      // Afterwards no job is held, so nothing is left to take over.
      await (await presence)?.[Symbol.asyncDispose]();
      for (const heartbeat of heartbeats.values()) heartbeat[Symbol.dispose]();
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
    deleteAfterSeconds: keptMs('finishedJob') / 1_000,
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
