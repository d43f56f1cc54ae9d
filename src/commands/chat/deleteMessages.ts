import type { EntityManager } from '@mikro-orm/postgresql';
import { z } from 'zod';
import { findOwnMessage } from '../../access/chat.js';
import { findOwnPersona } from '../../access/persona.js';
import type { Viewer } from '../../auth/tokens.js';
import type { Context } from '../../context.js';
import { Conversation } from '../../entities/Conversation.js';
import { Fact } from '../../entities/Fact.js';
import { isUnfinished, Message, type MessageStatus } from '../../entities/Message.js';
import type { Persona } from '../../entities/Persona.js';
import { AppError, notFound } from '../../errors.js';
import { announceDeletion } from '../account/announceDeletion.js';
import { parseInput } from '../input.js';
import { changeConversation } from './changeConversation.js';
import { endOfPath } from './chooseAlternative.js';
import { showPath } from './showPath.js';

/**
 * Deletes a message of the owner, the replies to it and everything that followed on any path, because later
 * replies and summaries repeat it. Also deletes the facts that those summaries found. The shown path then
 * ends before it, or with another wording of it.
 * @throws AppError NOT_FOUND; BAD_USER_INPUT for a reply, which is deleted with its message; RATE_LIMITED
 */
export async function deleteMessage(ctx: Context, viewer: Viewer, messageId: string): Promise<Persona> {
  await ctx.limits.take('conversation', viewer.userId, ctx.address);
  const found = await findOwnMessage(ctx, viewer, messageId);
  if (found.role !== 'USER')
    throw new AppError('BAD_USER_INPUT', 'messageId: is not a message of yours', { field: 'messageId' });
  const { persona } = found.conversation.getEntity();
  const replies = await changeConversation(ctx, persona.id, async (em, conversation) => {
    // Another tab may have deleted it before the lock, or an alternative before it.
    const message = await em.findOne(Message, messageId);
    if (message === null) throw notFound();
    const { parentId, sibling } = message;
    await showPathBefore(em, conversation, message);
    const deleted = await deleteBranch(em, messageId);
    await em.nativeDelete(Fact, { conversation, foundIn: { $in: deleted.map(({ id }) => id) } });
    // Facts stored before `foundIn` was added may come from any summary.
    await em.nativeDelete(Fact, { conversation, foundIn: null, source: 'SUMMARY' });
    await em.execute(
      `update message set sibling = sibling - 1
       where conversation_id = ? and parent_id is not distinct from cast(? as uuid) and sibling > ?`,
      [conversation, parentId, sibling],
    );
    await rejectRunningSummaries(em, conversation);
    return deleted;
  });
  announceUnfinished(ctx, replies);
  return findOwnPersona(ctx, viewer, persona.id);
}

const deleteConversationInput = z.object({ personaId: z.string() });

/**
 * Deletes every message of a conversation on every path, and everything that the persona remembers of the
 * owner. Works for a withdrawn persona as well.
 * @throws AppError BAD_USER_INPUT, NOT_FOUND, RATE_LIMITED
 */
export async function deleteConversation(ctx: Context, viewer: Viewer, raw: unknown): Promise<Persona> {
  await ctx.limits.take('conversation', viewer.userId, ctx.address);
  const { personaId } = parseInput(deleteConversationInput, raw);
  const persona = await findOwnPersona(ctx, viewer, personaId);
  const replies = await changeConversation(ctx, personaId, async (em, conversation) => {
    const deleted = await em.execute<Deleted[]>(
      'delete from message where conversation_id = ? returning id, status',
      [conversation],
    );
    await em.nativeDelete(Fact, { conversation });
    await em.nativeUpdate(Conversation, { id: conversation }, { unsent: null });
    await rejectRunningSummaries(em, conversation);
    return deleted;
  });
  announceUnfinished(ctx, replies);
  return persona;
}

interface Deleted {
  id: string;
  status: MessageStatus;
}

/** Shows another wording of a message that is about to be deleted, or the path up to it. */
async function showPathBefore(em: EntityManager, conversation: string, message: Message): Promise<void> {
  const { id, parentId } = message;
  if ((await em.count(Message, { id, active: true })) === 0) return;
  const other = await em.findOne(
    Message,
    { conversation, parentId, id: { $ne: id } },
    { orderBy: { leftAt: 'desc', sibling: 'desc' } },
  );
  const parent = parentId === null ? null : await em.findOneOrFail(Message, parentId);
  await showPath(em, conversation, other === null ? parent : await endOfPath(em, other));
}

/** The rows of ReplyChunk go with their messages. */
const deleteBranch = (em: EntityManager, root: string): Promise<Deleted[]> =>
  em.execute<Deleted[]>(
    `with recursive branch as (
       select id from message where id = ?
       union all
       select message.id from branch join message on message.parent_id = branch.id
     ) delete from message using branch where message.id = branch.id returning message.id, message.status`,
    [root],
  );

/** A summary that is being made has read what is deleted now. */
const rejectRunningSummaries = (em: EntityManager, conversation: string): Promise<unknown> =>
  em.execute('update conversation set memory_revision = revision where id = ?', [conversation]);

/** Stops the writers and the readers of deleted replies. */
function announceUnfinished(ctx: Context, deleted: readonly Deleted[]): void {
  const replies = deleted.filter(({ status }) => isUnfinished(status));
  announceDeletion(ctx, { surveys: [], personas: [], replies });
}
