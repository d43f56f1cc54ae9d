import type { EntityManager } from '@mikro-orm/postgresql';
import { findOwnMessage } from '../../access/chat.js';
import type { Viewer } from '../../auth/accessTokens.js';
import type { Context } from '../../context.js';
import type { MessageStatus } from '../../entities/Message.js';
import { AppError } from '../../errors.js';
import type { Feed } from '../../pubsub/feed.js';
import type { ReplyPiece } from '../../pubsub/followReply.js';
import type { ReplyGrewEvent } from '../../pubsub/pubsub.js';

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

/** What a subscription to a reply follows. */
interface OpenReply {
  growth: Feed<ReplyGrewEvent>;
  position: number;
  read: (from: number) => Promise<ReplyPiece | null>;
}

/**
 * Opens a reply of the viewer for streaming.
 * @throws AppError NOT_FOUND; BAD_USER_INPUT if the message is not a reply or is shorter than the offset
 */
export async function openReplyStream(
  ctx: Context,
  viewer: Viewer,
  messageId: string,
  after: number,
): Promise<OpenReply> {
  const { id, role } = await findOwnMessage(ctx, viewer, messageId);
  if (role !== 'PERSONA')
    throw new AppError('BAD_USER_INPUT', 'messageId: must be the id of a reply', { field: 'messageId' });
  const stored = after === 0 ? 0 : ((await readStoredReply(ctx.em, id, 0))?.text.length ?? 0);
  if (after < 0 || after > stored)
    throw new AppError('BAD_USER_INPUT', 'after: must be an offset within this reply', { field: 'after' });
  return {
    growth: ctx.pubsub.subscribe('replyGrew', id),
    position: after,
    read: (from) => readStoredReply(ctx.em.fork(), id, from),
  };
}
