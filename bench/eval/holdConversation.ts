import type { LanguageModel } from '../../src/ai/ports.js';
import { chatPrompt } from '../../src/ai/prompts/chat.js';
import type { PersonaText } from '../../src/ai/prompts/personaText.js';
import type { Turn } from '../../src/ai/prompts/tokenBudget.js';
import type { EvidencePack } from '../../src/measurement/evidence.js';
import { conversationQuestions } from './conversationQuestions.js';

/**
 * Chats with a persona through the product's chat prompt, with one scripted question per turn.
 * @param options.budget maximum tokens of a chat prompt; a longer conversation is cut as in the product
 * @returns the whole conversation, oldest first
 * @throws UpstreamError
 */
export async function holdConversation(
  model: LanguageModel,
  { pack, text }: { pack: EvidencePack; text: PersonaText },
  options: { turns: number; budget: number; signal: AbortSignal },
): Promise<Turn[]> {
  const questions = conversationQuestions[pack.subject.locale];
  const turns: Turn[] = [];
  for (let turn = 0; turn < options.turns; turn += 1) {
    turns.push({ role: 'USER', text: questions[turn % questions.length] ?? '' });
    const messages = chatPrompt({
      evidence: pack,
      text,
      greeting: text.greeting,
      facts: [],
      summary: null,
      turns,
      partial: '',
      budget: options.budget,
    });
    let reply = '';
    await model.writeText({ messages, signal: options.signal, onPiece: (piece) => void (reply += piece) });
    turns.push({ role: 'PERSONA', text: reply });
  }
  return turns;
}
