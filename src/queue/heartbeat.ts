import type { JobWithMetadata, PgBoss } from 'pg-boss';
import type { Logger } from 'pino';

/** Well within the queue's `heartbeatSeconds` of 10. */
const BEAT_EVERY_MS = 4_000;

/** Keeps jobs alive in pg-boss while they are held. */
export interface Heartbeat extends Disposable {
  /** @returns a signal that is aborted when the job no longer belongs to this worker or has ended */
  track(job: JobWithMetadata<object>): AbortSignal;
  release(job: JobWithMetadata<object>): void;
  /** Sends a heartbeat now. Jobs that were handed on in the meantime are aborted. */
  beat(): Promise<void>;
  /** Gives up all jobs: `handOn` puts them back into the queue, then they are aborted. */
  giveUp(handOn: (jobs: JobWithMetadata<object>[]) => Promise<void>): Promise<void>;
}

/**
 * One heartbeat for all jobs of a queue in this process. pg-boss would send one per job, a commit every five
 * seconds, and six hundred replies would keep its connections busy with nothing else.
 */
export function startHeartbeat(boss: PgBoss, queue: string, log: Logger): Heartbeat {
  const held = new Map<string, { job: JobWithMetadata<object>; claim: AbortController }>();
  async function beat(): Promise<void> {
    const jobs = [...held.values()];
    if (jobs.length === 0) return;
    try {
      // Fenced to the fetched attempts: a job that is not among `settled` belongs to another worker. The
      // published types lack the field. Without it nothing is known about any job.
      const touched: { settled?: string[] } = await boss.touch(
        queue,
        jobs.map(({ job }) => job),
      );
      if (touched.settled === undefined) return;
      const alive = new Set(touched.settled);
      for (const { job, claim } of jobs) if (!alive.has(job.id)) claim.abort();
    } catch (error) {
      // A failed heartbeat does not mean that the jobs were lost.
      log.warn({ queue, error }, 'job heartbeat failed');
    }
  }
  const timer = setInterval(() => void beat(), BEAT_EVERY_MS);
  return {
    track(job) {
      const claim = new AbortController();
      // A retry has the same id as the previous attempt, which may still run here.
      held.get(job.id)?.claim.abort();
      held.set(job.id, { job, claim });
      return AbortSignal.any([job.signal, claim.signal]);
    },
    release(job) {
      if (held.get(job.id)?.job === job) held.delete(job.id);
    },
    beat,
    async giveUp(handOn) {
      const jobs = [...held.values()];
      if (jobs.length > 0) await handOn(jobs.map(({ job }) => job));
      for (const { claim } of jobs) claim.abort();
    },
    [Symbol.dispose]: () => clearInterval(timer),
  };
}
