import type { JobWithMetadata, PgBoss } from 'pg-boss';
import type { Logger } from 'pino';

/** Well within the queue's `heartbeatSeconds` of 10. */
const BEAT_EVERY_MS = 4_000;

/** Tells pg-boss that jobs are alive, for as long as they are held. */
export interface Heartbeat extends Disposable {
  /** @returns aborted when the job is no longer this worker's: it was given to another, or is over */
  hold(job: JobWithMetadata<object>): AbortSignal;
  release(job: JobWithMetadata<object>): void;
}

/**
 * One heartbeat for all jobs of a queue in this process. pg-boss would beat for each by itself, a commit every five
 * seconds: six hundred replies would keep its connections busy with nothing else.
 */
export function startHeartbeat(boss: PgBoss, queue: string, log: Logger): Heartbeat {
  const held = new Map<string, { job: JobWithMetadata<object>; claim: AbortController }>();
  async function beat(): Promise<void> {
    const jobs = [...held.values()];
    if (jobs.length === 0) return;
    try {
      // Fenced to the attempts that were fetched: what is not among the settled is somebody else's. The published types
      // do not know the field; without it nothing is said about any job.
      const touched: { settled?: string[] } = await boss.touch(
        queue,
        jobs.map(({ job }) => job),
      );
      if (touched.settled === undefined) return;
      const alive = new Set(touched.settled);
      for (const { job, claim } of jobs) if (!alive.has(job.id)) claim.abort();
    } catch (error) {
      // A beat that could not be heard says nothing about the jobs.
      log.warn({ queue, error }, 'the jobs’ heartbeat failed');
    }
  }
  const timer = setInterval(() => void beat(), BEAT_EVERY_MS);
  return {
    hold(job) {
      const claim = new AbortController();
      // A retry has the id of the try before it, which may still run here.
      held.get(job.id)?.claim.abort();
      held.set(job.id, { job, claim });
      return AbortSignal.any([job.signal, claim.signal]);
    },
    release(job) {
      if (held.get(job.id)?.job === job) held.delete(job.id);
    },
    [Symbol.dispose]: () => clearInterval(timer),
  };
}
