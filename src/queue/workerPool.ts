import type { JobResult, JobWithMetadata, PgBoss } from 'pg-boss';
import type { Heartbeat } from './heartbeat.js';

/** Longer than any job, which disables pg-boss's heartbeat per job: startHeartbeat sends one for all. */
const NEVER_SECONDS = 86_400;

/** Idle workers besides the first: enough to take a new job at once, few enough to wake cheaply. */
const SPARE = 2;

/**
 * Runs a queue's jobs in parallel, up to `width` in this process. A pg-boss worker takes one job per poll,
 * and a new job wakes every idle worker of its queue, so the pool keeps a few idle workers and never many. A
 * worker that finds a job adds the next worker, which polls at once. A backlog, for which no notification
 * arrives after a restart, therefore drains at full width.
 * @param ready resolves when this process may run jobs
 */
export async function startWorkerPool(
  boss: PgBoss,
  queue: string,
  width: number,
  heartbeat: Heartbeat,
  ready: () => Promise<void>,
  run: (job: JobWithMetadata<object>) => Promise<JobResult>,
): Promise<void> {
  let workers = 0;
  let busy = 0;

  async function addWorker(isFirst: boolean): Promise<void> {
    workers += 1;
    const id: string = await boss.work(
      queue,
      {
        perJobResults: true,
        includeMetadata: true,
        heartbeatRefreshSeconds: NEVER_SECONDS,
        // Retries and jobs of dead workers come without notification, so the first worker polls every second.
        pollingIntervalSeconds: isFirst ? 0.5 : 2,
        notifyPollingIntervalSeconds: isFirst ? 1 : 30,
      },
      async ([job]: JobWithMetadata<object>[]) => {
        if (job === undefined) return [];
        let result: JobResult;
        job.signal = heartbeat.track(job);
        try {
          // Meanwhile this worker fetches no other job, and the pool does not grow.
          await ready();
          busy += 1;
          // Fails only while the queue is stopping and needs no more workers.
          if (workers < width && workers - busy < SPARE) addWorker(false).catch(() => (workers -= 1));
          // Otherwise a run that throws would count as busy until the process ends, and its job as alive.
          result = await run(job).finally(() => (busy -= 1));
        } finally {
          heartbeat.release(job);
        }
        if (isFirst || workers - busy <= SPARE + 1) boss.notifyWorker(id);
        else {
          workers -= 1;
          await boss.offWork(queue, { id, wait: false });
        }
        return [result];
      },
    );
  }
  await addWorker(true);
}
