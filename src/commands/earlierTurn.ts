import type { EntityManager } from '@mikro-orm/postgresql';
import { Message } from '../entities/Message.js';
import { AppError } from '../errors.js';

/** A question and its first reply. */
export interface Turn {
  message: Message;
  reply: Message;
}

/**
 * The result of an earlier call with this key, for a double click, a second tab or a retry after a lost
 * response.
 * @returns null if the key is new
 * @throws AppError IDEMPOTENCY_CONFLICT if the key was used with another text or for another operation
 */
export async function findTurnByClientKey(
  em: EntityManager,
  personaId: string,
  sent: { clientKey: string; text: string; editOf?: string },
): Promise<Turn | null> {
  const { clientKey, text, editOf = null } = sent;
  const message = await em.findOne(Message, { conversation: { persona: personaId }, clientKey });
  if (message === null) return null;
  if (message.role !== 'USER' || message.text !== text || message.editOf !== editOf)
    throw new AppError('IDEMPOTENCY_CONFLICT', 'This clientKey was used for something else.');
  const reply = await em.findOneOrFail(Message, { parentId: message.id, sibling: 0 });
  return { message, reply };
}
