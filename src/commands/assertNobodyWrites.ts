import type { EntityManager } from '@mikro-orm/postgresql';
import { Message, unfinishedStatuses } from '../entities/Message.js';
import { AppError } from '../errors.js';

/**
 * A conversation has one reply at a time: the next prompt needs the last answer. The conversation is locked.
 * @throws AppError RATE_LIMITED while one is being written
 */
export async function assertNobodyWrites(em: EntityManager, conversationId: string): Promise<void> {
  const unfinished = { conversation: conversationId, status: { $in: [...unfinishedStatuses] } };
  if ((await em.count(Message, unfinished)) > 0)
    throw new AppError('RATE_LIMITED', 'One reply at a time: wait for this one, or stop it.', {
      retryAfter: 2,
    });
}
