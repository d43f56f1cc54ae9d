import { expect, inject, it } from 'vitest';
import { deleteExpired } from '../../src/queue/jobs.js';
import { readWaitingJobs } from '../../src/queue/waitingJobs.js';
import { startTestApp } from '../testkit/testApp.js';

it('what waits for a worker is counted by kind of job, with its age, and /metrics shows it', async () => {
  // Without a worker, a job that is sent stays.
  await using test = await startTestApp({ env: { ROLE: 'api', REDIS_URL: inject('redisUrl') } });
  const { orm, queue } = test.app.services;
  await orm.em.fork().transactional((em) => queue.send(em, deleteExpired, {}));
  const waiting = await readWaitingJobs(orm.em.fork());
  expect(waiting.find(({ job }) => job === 'purgeSessions')?.count).toBe(1);
  expect(waiting.find(({ job }) => job === 'synthesizePersona')).toEqual({
    job: 'synthesizePersona',
    count: 0,
    oldestSeconds: 0,
  });
  const metrics = await (await fetch(`${test.url}/metrics`)).text();
  expect(metrics).toContain('queue_jobs_waiting{job="purgeSessions"} 1');
});
