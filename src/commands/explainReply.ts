import { knownEvidence, whyPrompt } from '../ai/prompts/whyPrompt.js';
import { UpstreamError } from '../ai/ports.js';
import type { Context, Viewer } from '../context.js';
import { Message } from '../entities/Message.js';
import { PersonaVersion } from '../entities/PersonaVersion.js';
import { shownVersion } from '../entities/shownVersion.js';
import { toldVersions } from '../entities/toldVersions.js';
import { AppError } from '../errors.js';
import { evidenceInWords } from '../mirror/evidenceInWords.js';
import { assertOldEnough } from './assertOldEnough.js';
import { changeConversation } from './changeConversation.js';
import { ownMessage } from './ownMessage.js';
import { readyPersona } from './readyPersona.js';

const EXPLAIN_WITHIN_MS = 30_000;

/**
 * Asks which of the measured evidence a finished reply rests on. The model may only name what exists; the words for it
 * are ours. Asked again, the answer is the same, and no model is asked.
 * @throws AppError NOT_FOUND, BAD_USER_INPUT for what is no finished reply, FORBIDDEN for a help card or whoever is too young, PERSONA_NOT_READY, RATE_LIMITED, UPSTREAM_FAILED
 */
export async function explainReply(ctx: Context, viewer: Viewer, messageId: string): Promise<Message> {
  await assertOldEnough(ctx, viewer);
  const reply = await ownMessage(ctx, viewer, messageId);
  const { parentId } = reply;
  const isFinished = reply.role === 'PERSONA' && !['PENDING', 'STREAMING'].includes(reply.status);
  if (reply.kind === 'HELP_CARD') throw new AppError('FORBIDDEN', 'Help lines rest on nothing measured.');
  if (!isFinished || reply.text === '' || parentId === null)
    throw new AppError('BAD_USER_INPUT', 'messageId: is not a finished reply', { field: 'messageId' });
  if (reply.evidence !== null) return reply;
  const persona = await readyPersona(ctx, viewer, reply.conversation.getEntity().persona.id);
  const version = await shownVersion(ctx.em, persona);
  if (version?.evidence == null) throw new Error('A persona is READY without evidence.');
  const { evidence } = version;
  await ctx.limits.take('chat', viewer.userId, ctx.address);
  const question = await ctx.em.findOneOrFail(Message, parentId);
  const prompt = whyPrompt({ evidence, question: question.text, reply: reply.text });
  const { value } = await ctx.ai.languageModel
    .writeJson({ ...prompt, signal: AbortSignal.timeout(EXPLAIN_WITHIN_MS) })
    .catch((error: unknown) => {
      if (error instanceof UpstreamError)
        throw new AppError('UPSTREAM_FAILED', error.message, { cause: error });
      throw error;
    });
  const known = knownEvidence(evidence, value.evidence);
  await changeConversation(ctx, persona.id, async (em) => {
    // Withdrawn, or hidden, while the model was asked: what this rests on is gone.
    const stands = await em.find(PersonaVersion, version.id);
    const [now] = await toldVersions(em, persona.id, stands);
    if (now?.evidence == null) return;
    const inWords = evidenceInWords(now.evidence, known);
    // Of two that asked at once, the first answer stays.
    await em.nativeUpdate(Message, { id: messageId, evidence: null }, { evidence: inWords });
  });
  return ownMessage(ctx, viewer, messageId);
}
