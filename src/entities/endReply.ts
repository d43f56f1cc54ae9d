import type { EntityManager } from '@mikro-orm/postgresql';
import type { MessageStatus, ReplyFailure, ReplyProvenance } from './Message.js';

/** How a reply ends. `attempt`: the fence of the writer who ends it; null for whoever ends it from outside, while one may write. */
export interface ReplyEnd {
  id: string;
  attempt: number | null;
  status: Exclude<MessageStatus, 'PENDING' | 'STREAMING'>;
  /** What comes behind the first `from` units; chunks beyond them are of a commit that the writer did not hear of, and begin `text`. */
  rest?: { from: number; text: string };
  failure?: ReplyFailure | null;
  provenance?: ReplyProvenance | null;
}

/** What an ended reply is, and what the conversation's watchers are told. */
export interface EndedReply {
  text: string;
  conversation: { id: string; revision: number };
}

/** Beyond every reply. */
const ALL = 2 ** 31 - 1;

const LOCK = "select 1 from message where id = ? and status in ('PENDING', 'STREAMING') for update";
const FOLD = `with held as (
    select id from message where id = :id and status in ('PENDING', 'STREAMING')
      and (:attempt::int is null or attempt = :attempt) for update
  ), chunk as (
    delete from reply_chunk where message_id in (select id from held) returning start, text
  )
  update message set status = :status, failure = :failure, provenance = :provenance, lease_until = null,
    text = coalesce((select string_agg(text, '' order by start) from chunk where start < :from), '') || :rest
  where id in (select id from held) returning text`;

/**
 * The one way into a final status, from which there is none out: folds the chunks into the message. To be called in a
 * transaction; it locks the conversation before the message, as everything does that changes both.
 * @returns null if the reply has ended already or has passed to another attempt
 */
export async function endReply(em: EntityManager, end: ReplyEnd): Promise<EndedReply | null> {
  const { id, attempt, status, failure = null, provenance = null } = end;
  const { from, text: rest } = end.rest ?? { from: ALL, text: '' };
  const [conversation] = await em.execute<{ id: string; revision: number }[]>(
    `update conversation set revision = revision + 1
     where id = (select conversation_id from message where id = ? and status in ('PENDING', 'STREAMING'))
     returning persona_id as id, revision`,
    [id],
  );
  if (conversation === undefined) return null;
  // From outside it ends while somebody may write: locked in a statement of its own, for one that waits for a writer's
  // commit would not see what that commit stored. A writer's own pieces are stored before its end, and the lock says the rest.
  if (attempt === null && (await em.execute(LOCK, [id])).length === 0) return null;
  const [ended] = await em.execute<{ text: string }[]>(FOLD, {
    id,
    attempt,
    status,
    from,
    rest,
    failure: failure && JSON.stringify(failure),
    provenance: provenance && JSON.stringify(provenance),
  });
  return ended === undefined ? null : { text: ended.text, conversation };
}
