import { findOwnMessage } from '../../access/chat.js';
import { findReadyPersona } from '../../access/persona.js';
import { assertOldEnough } from '../../access/viewer.js';
import { explanationPrompt, keepExistingEvidence } from '../../ai/prompts/explanation.js';
import type { Viewer } from '../../auth/tokens.js';
import type { Context } from '../../context.js';
import { isUnfinished, Message, messageText } from '../../entities/Message.js';
import { PersonaVersion } from '../../entities/PersonaVersion.js';
import { shownVersion, visibleVersions } from '../../entities/redaction.js';
import { AppError } from '../../errors.js';
import { describeEvidence } from '../../measurement/describeEvidence.js';
import { changeConversation } from './changeConversation.js';

const EXPLAIN_WITHIN_MS = 30_000;

/**
 * Asks the model which of the measured evidence a finished reply is based on. The model can only choose from
 * existing evidence, which is worded here. The result is stored, so that a repeated call returns the same
 * without a model call.
 * @throws AppError NOT_FOUND; BAD_USER_INPUT unless it is a finished reply; FORBIDDEN for a help card or if
 *   the viewer is too young; PERSONA_NOT_READY, RATE_LIMITED
 * @throws UpstreamError if the model does not answer
 */
export async function explainReply(ctx: Context, viewer: Viewer, messageId: string): Promise<Message> {
  await assertOldEnough(ctx, viewer);
  const reply = await findOwnMessage(ctx, viewer, messageId);
  const { parentId } = reply;
  const isFinished = reply.role === 'PERSONA' && !isUnfinished(reply.status);
  if (reply.kind === 'HELP_CARD')
    throw new AppError('FORBIDDEN', 'A help card is not based on measured evidence.');
  const text = messageText.open(ctx.em, reply.id, reply.text);
  if (!isFinished || text === '' || parentId === null)
    throw new AppError('BAD_USER_INPUT', 'messageId: is not a finished reply', { field: 'messageId' });
  if (reply.evidence !== null) return reply;
  const persona = await findReadyPersona(ctx, viewer, reply.conversation.getEntity().persona.id);
  const version = await shownVersion(ctx.em, persona);
  if (version?.evidence == null) throw new Error('A persona is READY without evidence.');
  const { evidence } = version;
  await ctx.limits.take('chat', viewer.userId, ctx.address);
  await ctx.budget.assertLeft(ctx.em, viewer.userId);
  const question = await ctx.em.findOneOrFail(Message, parentId);
  const asked = messageText.open(ctx.em, question.id, question.text);
  const prompt = explanationPrompt({ evidence, question: asked, reply: text });
  const onUsage = ctx.budget.chargeTo(viewer.userId);
  const signal = AbortSignal.timeout(EXPLAIN_WITHIN_MS);
  const { value } = await ctx.ai.chatModel.writeJson({ ...prompt, signal, onUsage });
  const known = keepExistingEvidence(evidence, value.evidence);
  await changeConversation(ctx, persona.id, async (em) => {
    // Read again, because evidence may have been withdrawn or hidden during the model call.
    const rows = await em.find(PersonaVersion, version.id);
    const [now] = await visibleVersions(em, rows);
    if (now?.evidence == null) return;
    const inWords = describeEvidence(now.evidence, known);
    // The first of two concurrent results is kept.
    await em.nativeUpdate(Message, { id: messageId, evidence: null }, { evidence: inWords });
  });
  return findOwnMessage(ctx, viewer, messageId);
}
