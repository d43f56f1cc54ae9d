import { illustratePersona, replyToMessage, synthesizePersona } from '../../../src/queue/jobs.js';
import type { Fault } from '../nemesis.js';

/** Jobs that something else in the product looks after: one that is lost is sent again. */
const LOOKED_AFTER = [synthesizePersona, illustratePersona, replyToMessage].map(({ name }) => name);

const loseJobs: Fault = async ({ database }) => {
  // The workers lock jobs in an order of their own, so waiting for one could be a deadlock.
  const lost = await database.query(
    `delete from pgboss.job where id in (
       select id from pgboss.job where name = any($1) and state in ('created', 'retry', 'active') and random() < 0.5
       for update skip locked)
     returning id`,
    [LOOKED_AFTER],
  );
  return `${lost.length} unfinished jobs are deleted`;
};

/** Copies jobs that run or ran lately, as if the queue delivered them once more. */
const deliverTwice: Fault = async ({ database }) => {
  const copies = await database.query(
    `insert into pgboss.job (name, data, retry_limit, retry_delay, retry_backoff, retry_delay_max, expire_seconds,
       heartbeat_seconds, dead_letter, keep_until, deletion_seconds, policy)
     select name, data, retry_limit, retry_delay, retry_backoff, retry_delay_max, expire_seconds,
       heartbeat_seconds, dead_letter, keep_until, deletion_seconds, policy
     from pgboss.job where name = any($1) order by created_on desc limit 20 returning id`,
    [LOOKED_AFTER],
  );
  return `${copies.length} jobs are delivered once more`;
};

export const queueFaults: Record<string, Fault> = {
  'jobs lost': loseJobs,
  'jobs delivered twice': deliverTwice,
};
