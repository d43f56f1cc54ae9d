import type { EntityManager } from '@mikro-orm/postgresql';
import { type MessageStatus, messageText, type ReplyFailure, type ReplyProvenance } from '../Message.js';
import { joinChunks, type StoredChunk } from '../ReplyChunk.js';

/**
 * How a reply ends. `attempt` is the writer's fence, or null if the reply is ended from outside while a
 * writer may be active.
 */
export interface ReplyEnd {
  id: string;
  attempt: number | null;
  status: Exclude<MessageStatus, 'PENDING' | 'STREAMING'>;
  /**
   * Text that follows the first `from` UTF-16 units. Chunks beyond them come from a commit whose success the
   * writer did not learn of, and `text` repeats them.
   */
  rest?: { from: number; text: string };
  failure?: ReplyFailure | null;
  provenance?: ReplyProvenance | null;
}

/** The ended reply's text, and the change to publish to the conversation's subscribers. */
export interface EndedReply {
  text: string;
  conversation: { id: string; revision: number };
}

/** Larger than any offset. */
const ALL = 2 ** 31 - 1;

const LOCK = "select 1 from message where id = ? and status in ('PENDING', 'STREAMING') for update";
const TAKE_CHUNKS = `with held as (
    select id from message where id = :id and status in ('PENDING', 'STREAMING')
      and (:attempt::int is null or attempt = :attempt) for update
  ), chunk as (
    delete from reply_chunk where message_id in (select id from held) returning start, text
  )
  select (select json_agg(chunk order by start) from chunk where start < :from) as chunks from held`;
const END = `update message set status = :status, failure = :failure, provenance = :provenance, lease_until = null,
    text = :text where id = :id`;

/**
 * Moves a reply to a final status and merges its chunks into the message. The only code that does so, and
 * final statuses never change. Call it in a transaction. Locks the conversation before the message, like
 * everything that changes both.
 * @returns null if the reply has already ended or belongs to another attempt
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
  // Ended from outside, a writer may be active. The lock needs a statement of its own, because a statement
  // that waits for the writer's commit does not see what that commit stored. A writer that ends its own reply
  // has stored its pieces before.
  if (attempt === null && (await em.execute(LOCK, [id])).length === 0) return null;
  const [taken] = await em.execute<{ chunks: StoredChunk[] | null }[]>(TAKE_CHUNKS, { id, attempt, from });
  if (taken === undefined) return null;
  const text = joinChunks(em, id, taken.chunks ?? []) + rest;
  await em.execute(END, {
    id,
    status,
    text: messageText.seal(em, id, text),
    failure: failure && JSON.stringify(failure),
    provenance: provenance && JSON.stringify(provenance),
  });
  return { text, conversation };
}
