import type { EntityManager } from '@mikro-orm/postgresql';
import type { MessageStatus } from '../../entities/Message.js';
import type { ReplyPiece } from '../../pubsub/followReply.js';

interface Row {
  status: MessageStatus;
  /** Offset of `text`, in UTF-16 code units. */
  start: number;
  text: string;
}

/**
 * Reads the stored text of a reply from an offset on. One statement, so that status and text belong to the
 * same moment.
 * @param from offset in UTF-16 code units
 * @returns null if the message does not exist
 */
export async function readStoredReply(
  em: EntityManager,
  id: string,
  from: number,
): Promise<ReplyPiece | null> {
  const [row] = await em.execute<Row[]>(
    `select m.status, coalesce(c.start, case when m.status in ('PENDING', 'STREAMING') then :from else 0 end) as start,
       coalesce(c.text, m.text) as text
     from message m left join lateral (
       select min(start) as start, string_agg(text, '' order by start) as text from reply_chunk
       where message_id = m.id and finish > :from
     ) c on true where m.id = :id`,
    { id, from },
  );
  return row === undefined
    ? null
    : { offset: from, text: row.text.slice(from - row.start), status: row.status };
}
