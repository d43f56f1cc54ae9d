import { z } from 'zod';
import { findOwnMessage } from '../../access/chat.js';
import { findReadyPersona } from '../../access/persona.js';
import { assertOldEnough } from '../../access/viewer.js';
import type { Viewer } from '../../auth/tokens.js';
import type { Context } from '../../context.js';
import { Message } from '../../entities/Message.js';
import { AppError } from '../../errors.js';
import { clientToken, parseInput } from '../input.js';
import { addReply, assertNoReplyInProgress, changeConversation } from './changeConversation.js';
import { showPath } from './showPath.js';

const input = z.object({ messageId: z.string(), clientKey: clientToken(128) });

/**
 * Starts an alternative reply to the same question, also after a failed or stopped reply. Idempotent for the
 * same clientKey.
 * @throws AppError BAD_USER_INPUT, NOT_FOUND, FORBIDDEN (a help card, or the viewer is too young),
 *   PERSONA_NOT_READY, IDEMPOTENCY_CONFLICT, RATE_LIMITED
 */
export async function regenerateReply(ctx: Context, viewer: Viewer, raw: unknown): Promise<Message> {
  const { messageId, clientKey } = parseInput(input, raw);
  await assertOldEnough(ctx, viewer);
  const original = await findOwnMessage(ctx, viewer, messageId);
  const { parentId } = original;
  if (original.role !== 'PERSONA' || parentId === null)
    throw new AppError('BAD_USER_INPUT', 'messageId: is not a reply', { field: 'messageId' });
  if (original.kind === 'HELP_CARD') throw new AppError('FORBIDDEN', 'A help card cannot be regenerated.');
  const persona = await findReadyPersona(ctx, viewer, original.conversation.getEntity().persona.id);
  await ctx.limits.take('chat', viewer.userId, ctx.address);
  return changeConversation(ctx, persona.id, async (em, id) => {
    const same = await em.findOne(Message, { conversation: id, clientKey });
    if (same !== null && same.parentId !== parentId)
      throw new AppError('IDEMPOTENCY_CONFLICT', 'This clientKey was used for something else.');
    if (same !== null) return same;
    await assertNoReplyInProgress(em, id);
    const question = await em.findOneOrFail(Message, parentId);
    await showPath(em, id, question);
    return addReply(em, ctx, question, { verdict: 'FINE', locale: persona.locale, clientKey });
  });
}
