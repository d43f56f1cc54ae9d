import type { EntityManager } from '@mikro-orm/postgresql';
import type { MessageStatus, ReplyFailure, ReplyProvenance } from './Message.js';

/** How a reply ends. `attempt`: the fence of whoever ends it; null for the owner, who may always stop it. */
export interface ReplyEnd {
  id: string;
  attempt: number | null;
  status: Exclude<MessageStatus, 'PENDING' | 'STREAMING'>;
  /** What comes behind the stored chunks. */
  rest?: string;
  failure?: ReplyFailure | null;
  provenance?: ReplyProvenance | null;
}

/**
 * The one way into a final status, from which there is none out: folds the chunks into the message. To be called in a
 * transaction; it locks the message and nothing else.
 * @returns the whole text, or null if the reply has ended already or has passed to another attempt
 */
export async function endReply(em: EntityManager, end: ReplyEnd): Promise<string | null> {
  const { id, attempt, status, rest = '', failure = null, provenance = null } = end;
  // Locked in a statement of its own: one that waits for a writer's commit would not see what that commit stored.
  const held = await em.execute(
    `select 1 from message where id = :id and status in ('PENDING', 'STREAMING')
       and (:attempt::int is null or attempt = :attempt) for update`,
    { id, attempt },
  );
  if (held.length === 0) return null;
  const [ended] = await em.execute<{ text: string }[]>(
    `update message set status = :status, failure = :failure, provenance = :provenance, lease_until = null,
       text = coalesce((select string_agg(text, '' order by start) from reply_chunk where message_id = :id), '') || :rest
     where id = :id returning text`,
    {
      id,
      status,
      rest,
      failure: failure && JSON.stringify(failure),
      provenance: provenance && JSON.stringify(provenance),
    },
  );
  await em.execute('delete from reply_chunk where message_id = ?', [id]);
  return ended?.text ?? null;
}
