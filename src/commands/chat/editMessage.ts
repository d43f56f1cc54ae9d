import { z } from 'zod';
import { findOwnMessage } from '../../access/chat.js';
import { findReadyPersona } from '../../access/persona.js';
import { assertOldEnough } from '../../access/viewer.js';
import type { Viewer } from '../../auth/tokens.js';
import type { Context } from '../../context.js';
import { Message } from '../../entities/Message.js';
import { AppError } from '../../errors.js';
import { clientToken, parseInput, userText } from '../input.js';
import { addQuestion, changeConversation, findTurnByClientKey, type Turn } from './changeConversation.js';
import { reviewMessage } from './moderation.js';
import { showPath } from './showPath.js';

const input = z.object({ messageId: z.string(), text: userText(4_000), clientKey: clientToken(128) });

/**
 * Replaces an earlier message with a new wording, which forks the conversation there. The old message and
 * everything after it stay as an alternative that can be chosen again.
 * @throws AppError like sendMessage, but does not keep an unsent message
 */
export async function editMessage(ctx: Context, viewer: Viewer, raw: unknown): Promise<Turn> {
  const { messageId, ...said } = parseInput(input, raw);
  await assertOldEnough(ctx, viewer);
  const original = await findOwnMessage(ctx, viewer, messageId);
  if (original.role !== 'USER')
    throw new AppError('BAD_USER_INPUT', 'messageId: is not a message of yours', { field: 'messageId' });
  const persona = await findReadyPersona(ctx, viewer, original.conversation.getEntity().persona.id);
  const sent = { ...said, editOf: original.id };
  const earlier = await findTurnByClientKey(ctx.em, persona.id, sent);
  if (earlier !== null) return earlier;
  const verdict = await reviewMessage(ctx, viewer, sent.text);
  return changeConversation(ctx, persona.id, async (em, id) => {
    const same = await findTurnByClientKey(em, persona.id, sent);
    if (same !== null) return same;
    const behind = original.parentId === null ? null : await em.findOneOrFail(Message, original.parentId);
    await showPath(em, id, behind);
    return addQuestion(em, ctx, { conversationId: id, persona, behind, verdict, ...sent });
  });
}
