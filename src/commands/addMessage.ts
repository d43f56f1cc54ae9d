import { randomUUID } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Message, type MessageKind, type MessageRole, type MessageStatus } from '../entities/Message.js';
import { AppError } from '../errors.js';

/** Keeps a page of history small, whoever presses "again" all day. */
const MOST_ALTERNATIVES = 50;
/** Years of talk; what is read as a whole, an export, stays bounded. */
const LONGEST_PATH = 20_000;

/** What a new message is, besides its place. */
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
 * Puts a message behind `parent` and shows it. The conversation is locked, and `parent` is the end of its path.
 * @throws AppError BAD_USER_INPUT when there are alternatives enough
 */
export async function addMessage(
  em: EntityManager,
  conversationId: string,
  parent: { id: string; depth: number } | null,
  message: NewMessage,
): Promise<Message> {
  if ((parent?.depth ?? 0) >= LONGEST_PATH)
    throw new AppError('BAD_USER_INPUT', 'This conversation is as long as one can be.');
  const siblings =
    parent === null
      ? await em.count(Message, { conversation: conversationId, parentId: null })
      : await em.count(Message, { parentId: parent.id });
  if (siblings >= MOST_ALTERNATIVES)
    throw new AppError('BAD_USER_INPUT', 'messageId: has alternatives enough', { field: 'messageId' });
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
