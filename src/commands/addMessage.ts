import { randomUUID } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Message, type MessageKind, type MessageRole, type MessageStatus } from '../entities/Message.js';
import { AppError } from '../errors.js';

/** Bounds the size of a page of history when a user regenerates a reply many times. */
const MOST_ALTERNATIVES = 50;
/** Years of chat. Bounds the size of an export, which reads a whole path. */
const LONGEST_PATH = 20_000;

/** A new message, without its position. */
export interface NewMessage {
  role: MessageRole;
  kind?: MessageKind;
  text?: string;
  status: MessageStatus;
  clientKey?: string;
  editOf?: string;
  demo?: boolean;
}

/**
 * Adds a message after `parent` and shows it. The caller has locked the conversation, and `parent` is the end
 * of the shown path.
 * @throws AppError BAD_USER_INPUT if the path or the number of alternatives is at its maximum
 */
export async function addMessage(
  em: EntityManager,
  conversationId: string,
  parent: { id: string; depth: number } | null,
  message: NewMessage,
): Promise<Message> {
  if ((parent?.depth ?? 0) >= LONGEST_PATH)
    throw new AppError('BAD_USER_INPUT', 'This conversation has reached its maximum length.');
  const siblings =
    parent === null
      ? await em.count(Message, { conversation: conversationId, parentId: null })
      : await em.count(Message, { parentId: parent.id });
  if (siblings >= MOST_ALTERNATIVES)
    throw new AppError('BAD_USER_INPUT', 'messageId: already has the maximum number of alternatives', {
      field: 'messageId',
    });
  const row = em.create(Message, {
    ...message,
    id: randomUUID(),
    conversation: conversationId,
    parentId: parent?.id ?? null,
    depth: (parent?.depth ?? -1) + 1,
    sibling: siblings,
    active: true,
    createdAt: new Date(),
  });
  await em.flush();
  return row;
}
