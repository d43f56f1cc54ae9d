import { findOwnMessage } from '../../access/chat.js';
import type { Viewer } from '../../auth/tokens.js';
import type { Context } from '../../context.js';
import type { Message } from '../../entities/Message.js';
import { endReply } from '../../entities/transitions/reply.js';
import { AppError } from '../../errors.js';

/**
 * Stops a reply and keeps what is written of it. An event makes its worker abort the model call. A reply that
 * has already ended does not change.
 * @throws AppError NOT_FOUND, BAD_USER_INPUT unless the message is a reply
 */
export async function stopReply(ctx: Context, viewer: Viewer, messageId: string): Promise<Message> {
  await ctx.limits.take('conversation', viewer.userId, ctx.address);
  const { id, role } = await findOwnMessage(ctx, viewer, messageId);
  if (role !== 'PERSONA')
    throw new AppError('BAD_USER_INPUT', 'messageId: is not a reply', { field: 'messageId' });
  const ended = await ctx.em
    .fork()
    .transactional((em) => endReply(em, { id, attempt: null, status: 'STOPPED' }));
  if (ended !== null) {
    ctx.pubsub.publish('replyStopped', { id, revision: 1 });
    ctx.pubsub.publish('replyGrew', { id, start: ended.text.length, text: '', status: 'STOPPED' });
    ctx.pubsub.publish('conversationChanged', ended.conversation);
  }
  return findOwnMessage(ctx, viewer, messageId);
}
