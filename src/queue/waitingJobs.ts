import type { EntityManager } from '@mikro-orm/postgresql';

/** Jobs of one kind that are due and not yet taken by a worker. */
export interface WaitingJobs {
  job: string;
  count: number;
  /** How long the oldest of them has been due, in seconds. */
  oldestSeconds: number;
}

/** Reads what waits in the queue, of all processes, by kind of job. Kinds of which nothing waits are zero. */
export function readWaitingJobs(em: EntityManager): Promise<WaitingJobs[]> {
  return em.execute<WaitingJobs[]>(
    `select queue.name as job, count(job.id)::int as count,
       coalesce(extract(epoch from now() - min(job.start_after)), 0)::float8 as "oldestSeconds"
     from pgboss.queue left join pgboss.job
       on job.name = queue.name and job.state in ('created', 'retry') and job.start_after <= now()
     where queue.name not like '\\_\\_%' group by queue.name`,
  );
}
