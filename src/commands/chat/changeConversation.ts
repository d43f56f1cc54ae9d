import { randomUUID } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Context } from '../../context.js';
import { Conversation } from '../../entities/Conversation.js';
import {
  Message,
  type MessageKind,
  type MessageRole,
  type MessageStatus,
  messageText,
  unfinishedStatuses,
} from '../../entities/Message.js';
import type { Persona } from '../../entities/Persona.js';
import { AppError, notFound } from '../../errors.js';
import type { Locale } from '../../locale.js';
import { replyToMessage } from '../../queue/jobs.js';
import { crisisCard, crisisLocale } from '../../safety/crisisCard.js';
import { foreignKeyToNotFound } from '../../sqlErrors.js';

const queues = new Map<string, Promise<unknown>>();

/**
 * Runs work with the same key one at a time in this process. Work that waits for a row lock holds a
 * connection, so a burst on one conversation would leave no connection for others.
 */
async function runSerially<T>(key: string, work: () => Promise<T>): Promise<T> {
  const previous = queues.get(key);
  // Runs whether or not the previous work succeeded.
  const running = previous === undefined ? work() : previous.then(work, work);
  queues.set(key, running);
  try {
    return await running;
  } finally {
    if (queues.get(key) === running) queues.delete(key);
  }
}

/**
 * Runs a change to the conversation with a persona in its own transaction and publishes it. Creates the
 * conversation if there is none and locks it before any of its messages, which serializes all changes to its
 * tree.
 * @param change gets the conversation's id; an error rolls everything back
 * @throws AppError NOT_FOUND if the persona was deleted in the meantime
 */
export async function changeConversation<T>(
  ctx: Context,
  personaId: string,
  change: (em: EntityManager, conversationId: string) => Promise<T>,
): Promise<T> {
  const changing = runSerially(personaId, () =>
    ctx.em.fork().transactional(async (em) => {
      const row = { id: randomUUID(), persona: personaId };
      await em.createQueryBuilder(Conversation).insert(row).onConflict().ignore().execute();
      // Raising the revision takes the lock.
      const [locked] = await em.execute<{ id: string; revision: number }[]>(
        'update conversation set revision = revision + 1 where persona_id = ? returning id, revision',
        [personaId],
      );
      if (locked === undefined) throw notFound();
      return { result: await change(em, locked.id), revision: locked.revision };
    }),
  );
  const { result, revision } = await changing.catch(foreignKeyToNotFound);
  ctx.pubsub.publish('conversationChanged', { id: personaId, revision });
  return result;
}

/** Bounds the size of a page of history when a user regenerates a reply many times. */
const MOST_ALTERNATIVES = 50;

/** Years of chat. Bounds the size of an export, which reads a whole path. */
const LONGEST_PATH = 20_000;

/** A question and its first reply. */
export interface Turn {
  message: Message;
  reply: Message;
}

/** A question and its position. */
interface Question {
  conversationId: string;
  persona: Persona;
  /** The end of the shown path; null for the first message. */
  behind: Message | null;
  text: string;
  clientKey: string;
  editOf?: string;
  verdict: 'FINE' | 'CRISIS';
}

/**
 * Adds a question and its reply at the end of the shown path. The caller has locked the conversation. A
 * message that sounds like a crisis does not wait for an unfinished reply: the help card follows it at once.
 * @throws AppError RATE_LIMITED while another reply is being written
 */
export async function addQuestion(em: EntityManager, ctx: Context, question: Question): Promise<Turn> {
  const { conversationId, persona, behind, text, clientKey, editOf, verdict } = question;
  if (verdict === 'FINE') await assertNoReplyInProgress(em, conversationId);
  const asked = { role: 'USER', status: 'COMPLETE', text, clientKey, editOf } as const;
  const message = await addMessage(em, conversationId, behind, asked);
  return {
    message,
    reply: await addReply(em, ctx, message, { verdict, locale: persona.locale }),
  };
}

/**
 * Adds the reply to a question: an empty one with the job that writes it, or the help card in a crisis. Runs
 * in the caller's transaction, so that no question exists without its reply and no reply without its job.
 * @throws AppError BAD_USER_INPUT; RATE_LIMITED if the viewer's daily budget is used up
 */
export async function addReply(
  em: EntityManager,
  ctx: Context,
  question: Message,
  how: { verdict: 'FINE' | 'CRISIS'; locale: Locale; clientKey?: string },
): Promise<Message> {
  const conversationId = question.conversation.id;
  const { clientKey } = how;
  if (how.verdict === 'CRISIS') {
    const asked = messageText.open(em, question.id, question.text);
    const { text } = crisisCard(crisisLocale(asked, how.locale));
    return addMessage(em, conversationId, question, {
      role: 'PERSONA',
      kind: 'HELP_CARD',
      text,
      status: 'COMPLETE',
    });
  }
  if (ctx.viewer !== null) await ctx.budget.assertLeft(em, ctx.viewer.userId);
  const reply = await addMessage(em, conversationId, question, {
    role: 'PERSONA',
    status: 'PENDING',
    demo: ctx.ai.isDemo,
    clientKey,
  });
  await ctx.queue.send(em, replyToMessage, { messageId: reply.id });
  return reply;
}

/** A new message, without its position. */
interface NewMessage {
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
async function addMessage(
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
  const id = randomUUID();
  const row = em.create(Message, {
    ...message,
    id,
    text: messageText.seal(em, id, message.text ?? ''),
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
  const said = messageText.open(em, message.id, message.text);
  if (message.role !== 'USER' || said !== text || message.editOf !== editOf)
    throw new AppError('IDEMPOTENCY_CONFLICT', 'This clientKey was used for something else.');
  const reply = await em.findOneOrFail(Message, { parentId: message.id, sibling: 0 });
  return { message, reply };
}
