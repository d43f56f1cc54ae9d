import type { EntityManager } from '@mikro-orm/postgresql';
import { chunkKey, chunkText } from '../../entities/ReplyChunk.js';
import { findOwnedReplies } from './leases.js';
import type { ReplyWriter } from './replyWriter.js';

/**
 * Appends a piece to each of many replies in one statement. It locks the messages, so a stop or a takeover
 * happens either before, and the piece is rejected, or after, and sees the piece. A message that is locked at
 * the moment is skipped until the next flush, so that no change delays the others. A piece whose commit was
 * not reported is written again from the same offset. It begins with the stored text and is never shorter, so
 * no reader sees a difference.
 * @returns the ids of the stored replies, and of those that this process may no longer write
 */
export async function storePieces(
  em: EntityManager,
  pieces: { writer: ReplyWriter; text: string }[],
): Promise<{ stored: Set<string>; lost: Set<string> }> {
  const rows = pieces.map(({ writer, text }) => ({
    id: writer.lease.messageId,
    attempt: writer.lease.attempt,
    start: writer.position,
    finish: writer.position + text.length,
    text: chunkText.seal(em, chunkKey(writer.lease.messageId, writer.position), text),
  }));
  const written = await em.execute<{ id: string }[]>(
    `with piece as (
       select * from json_to_recordset(?::json) as p(id uuid, attempt smallint, start int, finish int, text text)
     ), ours as (
       select m.id from message m join piece on m.id = piece.id and m.attempt = piece.attempt
       where m.status = 'STREAMING' for share of m skip locked
     ), stored as (
       insert into reply_chunk (message_id, start, finish, text)
       select piece.id, piece.start, piece.finish, piece.text from piece join ours on ours.id = piece.id
       on conflict (message_id, start) do update set finish = excluded.finish, text = excluded.text
         where excluded.finish > reply_chunk.finish
     ) select id from ours`,
    [JSON.stringify(rows)],
  );
  const stored = new Set(written.map(({ id }) => id));
  const missing = pieces.flatMap(({ writer }) => (stored.has(writer.lease.messageId) ? [] : [writer]));
  const held = await findOwnedReplies(em, missing);
  const lost = missing.map(({ lease }) => lease.messageId).filter((id) => !held.has(id));
  return { stored, lost: new Set(lost) };
}
