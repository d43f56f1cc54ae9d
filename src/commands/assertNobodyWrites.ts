import type { EntityManager } from '@mikro-orm/postgresql';
import { Message, unfinishedStatuses } from '../entities/Message.js';
import { AppError } from '../errors.js';

/**
 * Ensures that a conversation has one reply at a time, because the next prompt needs the last answer. The
 * caller has locked the conversation.
 * @throws AppError RATE_LIMITED while a reply is being written
 */
export async function assertNoReplyInProgress(em: EntityManager, conversationId: string): Promise<void> {
  const unfinished = { conversation: conversationId, status: { $in: [...unfinishedStatuses] } };
  if ((await em.count(Message, unfinished)) > 0)
    throw new AppError('RATE_LIMITED', 'One reply at a time: wait for this one, or stop it.', {
      retryAfter: 2,
    });
}
