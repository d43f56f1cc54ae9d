import type { Services } from '../context.js';
import { replyToMessage } from '../queue/jobs.js';

/**
 * Safety net for replies: sends a new job for each unfinished reply without a live one. Reply and job commit
 * together, so normally there are none.
 */
export async function requeueOrphanedReplies(services: Services): Promise<void> {
  await services.orm.em.fork().transactional(async (em) => {
    const lost = await em.execute<{ id: string }[]>(
      `select id from message where status in ('PENDING', 'STREAMING') and (lease_until is null or lease_until < now())
         and not exists (
           select 1 from pgboss.job where job.name = :name and job.state in ('created', 'retry', 'active')
             and job.data ->> 'messageId' = message.id::text
         ) limit 100 for update skip locked`,
      { name: replyToMessage.name },
    );
    for (const { id } of lost) {
      await services.queue.send(em, replyToMessage, { messageId: id });
      services.log.warn({ messageId: id }, 'lost reply requeued');
    }
  });
}
