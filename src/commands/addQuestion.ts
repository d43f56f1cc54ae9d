import type { EntityManager } from '@mikro-orm/postgresql';
import type { Context } from '../context.js';
import type { Message } from '../entities/Message.js';
import type { Persona } from '../entities/Persona.js';
import { addMessage } from './addMessage.js';
import { addReply } from './addReply.js';
import { assertNoReplyInProgress } from './assertNobodyWrites.js';
import type { Turn } from './earlierTurn.js';

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
