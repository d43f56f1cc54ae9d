import type { EntityManager } from '@mikro-orm/postgresql';
import type { Context } from '../context.js';
import type { Message } from '../entities/Message.js';
import type { Locale } from '../mirror/questionnaire/locale.js';
import { replyToMessage } from '../queue/jobs.js';
import { crisisCard } from '../safety/crisisCard.js';
import { crisisLocale } from '../safety/crisisLocale.js';
import { addMessage } from './addMessage.js';

/**
 * Adds the reply to a question: an empty one with the job that writes it, or the help card in a crisis. Runs
 * in the caller's transaction, so that no question exists without its reply and no reply without its job.
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
    const { text } = crisisCard(crisisLocale(question.text, how.locale));
    return addMessage(em, conversationId, question, {
      role: 'PERSONA',
      kind: 'HELP_CARD',
      text,
      status: 'COMPLETE',
    });
  }
  const reply = await addMessage(em, conversationId, question, {
    role: 'PERSONA',
    status: 'PENDING',
    demo: ctx.ai.isDemo,
    clientKey,
  });
  await ctx.queue.send(em, replyToMessage, { messageId: reply.id });
  return reply;
}
