import type { EntityManager } from '@mikro-orm/postgresql';
import type { Context } from '../context.js';
import type { Message } from '../entities/Message.js';
import type { Persona } from '../entities/Persona.js';
import { addMessage } from './addMessage.js';
import { addReply } from './addReply.js';
import { assertNobodyWrites } from './assertNobodyWrites.js';
import type { Turn } from './earlierTurn.js';

/** What is asked, and where it goes. */
interface Question {
  conversationId: string;
  persona: Persona;
  /** The end of the path that is shown; null for a first message. */
  behind: Message | null;
  text: string;
  clientKey: string;
  editOf?: string;
  verdict: 'FINE' | 'CRISIS';
}

/**
 * Puts a question and its reply at the end of the path that is shown. The conversation is locked. Whoever is in need does
 * not wait for a reply that is being written: the help lines stand behind it at once.
 * @throws AppError RATE_LIMITED
 */
export async function addQuestion(em: EntityManager, ctx: Context, question: Question): Promise<Turn> {
  const { conversationId, persona, behind, text, clientKey, editOf, verdict } = question;
  if (verdict === 'FINE') await assertNobodyWrites(em, conversationId);
  const asked = { role: 'USER', status: 'COMPLETE', text, clientKey, editOf } as const;
  const message = await addMessage(em, conversationId, behind, asked);
  return {
    message,
    reply: await addReply(em, ctx, message, { verdict, locale: persona.locale }),
  };
}
