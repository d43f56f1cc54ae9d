import { findOwnMessage } from '../../access/chat.js';
import type { Viewer } from '../../auth/tokens.js';
import type { Context } from '../../context.js';
import { AppError } from '../../errors.js';
import type { ReplyPiece } from '../../pubsub/followReply.js';
import type { Feed, ReplyGrewEvent } from '../../pubsub/pubsub.js';
import { readStoredReply } from './readStoredReply.js';

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
