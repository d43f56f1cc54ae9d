import type { JobResult, JobWithMetadata, PgBoss } from 'pg-boss';
import type { Heartbeat } from './startHeartbeat.js';

/** pg-boss's own heartbeat for each job: beyond every job, because ours beats for all. */
const NEVER_SECONDS = 86_400;

/** Idle workers beside the first: enough that a job finds one waiting, few enough that waking them all is cheap. */
const SPARE = 2;

/**
 * Runs a queue's jobs side by side, up to `width` in this process. A worker of pg-boss takes one job a look, and a new job
 * wakes every idle worker of its queue: so there are always a few idle ones, and never many. Whoever finds a job brings
 * in the next worker, which looks at once: a backlog, which nobody announces after a restart, drains at full width.
 */
export async function startWorkerPool(
  boss: PgBoss,
  queue: string,
  width: number,
  heartbeat: Heartbeat,
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
        // A retry, and the job of a worker that died, are announced by nobody: the first worker looks every second.
        pollingIntervalSeconds: isFirst ? 0.5 : 2,
        notifyPollingIntervalSeconds: isFirst ? 1 : 30,
      },
      async ([job]: JobWithMetadata<object>[]) => {
        if (job === undefined) return [];
        busy += 1;
        // Refused only by a queue that is being stopped, which needs no more workers.
        if (workers < width && workers - busy < SPARE) addWorker(false).catch(() => (workers -= 1));
        let result: JobResult;
        try {
          job.signal = heartbeat.hold(job);
          result = await run(job);
        } finally {
          // Otherwise a run that throws would count as busy, and its job as alive, for as long as the process lives.
          heartbeat.release(job);
          busy -= 1;
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
