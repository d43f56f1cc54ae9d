import type { EntityManager } from '@mikro-orm/postgresql';
import { z } from 'zod';
import { findReadyPersona } from '../../access/persona.js';
import { assertOldEnough } from '../../access/viewer.js';
import type { Viewer } from '../../auth/tokens.js';
import type { Context } from '../../context.js';
import { Conversation, unsentMessage } from '../../entities/Conversation.js';
import { Message } from '../../entities/Message.js';
import { AppError } from '../../errors.js';
import { clientToken, parseInput, userText } from '../input.js';
import { addQuestion, changeConversation, findTurnByClientKey, type Turn } from './changeConversation.js';
import { reviewMessage } from './moderation.js';

const input = z.object({ personaId: z.string(), text: userText(4_000), clientKey: clientToken(128) });

/**
 * Sends a message to the persona: the message, its empty reply and the job that writes it are one commit.
 * Idempotent for the same clientKey and text.
 * @throws AppError BAD_USER_INPUT, NOT_FOUND, PERSONA_NOT_READY, IDEMPOTENCY_CONFLICT, CONTENT_REJECTED,
 *   FORBIDDEN (too young), RATE_LIMITED (also while another reply is being written), UPSTREAM_FAILED (the
 *   conversation then keeps the unsent message)
 */
export async function sendMessage(ctx: Context, viewer: Viewer, raw: unknown): Promise<Turn> {
  const { personaId, ...sent } = parseInput(input, raw);
  await assertOldEnough(ctx, viewer);
  const persona = await findReadyPersona(ctx, viewer, personaId);
  // Looked up before moderation: a retry needs no second verdict and succeeds while a reply is being written.
  const earlier = await findTurnByClientKey(ctx.em, personaId, sent);
  if (earlier !== null) return earlier;
  const verdict = await reviewMessage(ctx, viewer, sent.text).catch(async (error: unknown) => {
    if (error instanceof AppError && error.code === 'UPSTREAM_FAILED')
      await changeConversation(ctx, personaId, async (em, id) => {
        // Another attempt with this key may have succeeded in the meantime.
        if ((await findTurnByClientKey(em, personaId, sent)) === null)
          await em.nativeUpdate(Conversation, { id }, { unsent: unsentMessage.seal(em, id, sent) });
      });
    throw error;
  });
  return changeConversation(ctx, personaId, async (em, id) => {
    const same = await findTurnByClientKey(em, personaId, sent);
    if (same !== null) return same;
    await em.nativeUpdate(Conversation, { id }, { unsent: null });
    return addQuestion(em, ctx, {
      conversationId: id,
      persona,
      behind: await lastShown(em, id),
      verdict,
      ...sent,
    });
  });
}

const lastShown = (em: EntityManager, conversationId: string): Promise<Message | null> =>
  em.findOne(Message, { conversation: conversationId, active: true }, { orderBy: { depth: 'desc' } });
