import type { JobResult, JobWithMetadata, PgBoss } from 'pg-boss';
import { expect, it } from 'vitest';
import { startWorkerPool } from '../../src/queue/workerPool.js';

type Handler = (jobs: JobWithMetadata<object>[]) => Promise<JobResult[]>;

const jobOf = (id: string) => ({ id, signal: new AbortController().signal }) as JobWithMetadata<object>;

it('a run that throws is neither busy nor alive afterwards', async () => {
  const workers: Handler[] = [];
  const boss = {
    work: (_queue: string, _options: object, handler: Handler) =>
      Promise.resolve(String(workers.push(handler))),
    notifyWorker: () => undefined,
    offWork: () => Promise.resolve(),
  } as unknown as PgBoss;
  const held = new Set<string>();
  const heartbeat = {
    track: (job: JobWithMetadata<object>) => (held.add(job.id), job.signal),
    release: (job: JobWithMetadata<object>) => void held.delete(job.id),
    beat: () => Promise.resolve(),
    giveUp: () => Promise.resolve(),
    [Symbol.dispose]: () => undefined,
  };
  const ready = () => Promise.resolve();
  const run = () => Promise.reject(new Error('broken'));
  await startWorkerPool(boss, 'queue', 100, heartbeat, ready, run);
  for (let run = 0; run < 20; run += 1)
    await expect(workers[0]?.([jobOf(`job ${run}`)])).rejects.toThrow('broken');
  expect(held).toEqual(new Set());
  // A count that only rises would bring in another worker for every such run.
  expect(workers.length).toBeLessThanOrEqual(3);
});
