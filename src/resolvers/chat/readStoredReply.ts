import type { EntityManager } from '@mikro-orm/postgresql';
import { type MessageStatus, messageText } from '../../entities/Message.js';
import { joinChunks, type StoredChunk } from '../../entities/ReplyChunk.js';
import type { Sealed } from '../../entities/sealed.js';
import type { ReplyPiece } from '../../pubsub/followReply.js';

interface Row {
  status: MessageStatus;
  text: Sealed<string>;
  /** In order; null if there are none. */
  chunks: StoredChunk[] | null;
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
    `select m.status, m.text, (
       select json_agg(json_build_object('start', c.start, 'text', c.text) order by c.start)
       from reply_chunk c where c.message_id = m.id and c.finish > :from
     ) as chunks from message m where m.id = :id`,
    { id, from },
  );
  if (row === undefined) return null;
  const [first] = row.chunks ?? [];
  const text = first
    ? joinChunks(em, id, row.chunks ?? []).slice(from - first.start)
    : messageText.open(em, id, row.text).slice(from);
  return { offset: from, text, status: row.status };
}
