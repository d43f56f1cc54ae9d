import type { EntityManager } from '@mikro-orm/postgresql';
import { heldReplies } from './heldReplies.js';
import type { ReplyPen } from './replyPen.js';

/**
 * Appends a piece to each of many replies in one statement. The messages are locked while it runs: a stop or a takeover
 * comes wholly before it, and the piece is refused, or wholly after it, and sees the piece. One that somebody else holds
 * is passed over until the next round: nobody's change makes others wait. A piece whose commit was not heard of is written
 * again from the same offset, longer and never shorter: it begins with what was stored, so no reader sees a difference.
 * @returns ids of those that are stored, and of those that are no longer ours
 */
export async function storePieces(
  em: EntityManager,
  pieces: { pen: ReplyPen; text: string }[],
): Promise<{ stored: Set<string>; lost: Set<string> }> {
  const rows = pieces.map(({ pen, text }) => ({
    id: pen.lease.messageId,
    attempt: pen.lease.attempt,
    start: pen.position,
    finish: pen.position + text.length,
    text,
  }));
  const ours = await em.execute<{ id: string }[]>(
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
  const stored = new Set(ours.map(({ id }) => id));
  const missing = pieces.flatMap(({ pen }) => (stored.has(pen.lease.messageId) ? [] : [pen]));
  const held = await heldReplies(em, missing);
  const lost = missing.map(({ lease }) => lease.messageId).filter((id) => !held.has(id));
  return { stored, lost: new Set(lost) };
}
