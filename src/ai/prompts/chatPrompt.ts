import type { EvidencePack } from '../../mirror/evidencePack.js';
import type { ChatTurn } from '../ports.js';
import { chatAnchor } from './chatAnchor.js';
import { chatDocument, fitKnowledge, emptyKnowledge } from './chatDocument.js';
import { chatInstructions } from './chatInstructions.js';
import { continueInstruction } from './continueInstruction.js';
import { cutEnd, cutStart } from './cutToFit.js';
import { estimateTokens } from './estimateTokens.js';
import type { PersonaText } from './personaText.js';
import { MESSAGE_TOKENS } from './promptTokens.js';
import { recentTurns, type Turn } from './recentTurns.js';

/** Stored with every reply. Raise it with any change to the prompt. */
export const CHAT_PROMPT_VERSION = 'chat@2';

/**
 * Instructions, evidence and reminder take 1,100 tokens, or 1,450 with the longest name and words. Below this
 * budget there is no room for a question.
 */
export const LEAST_CHAT_BUDGET = 1500;

/**
 * Tokens reserved for the end of a cut-off reply, though at most a quarter of the room, if the question is as
 * long as the budget.
 */
const LEAST_PARTIAL = 60;

export interface ChatMaterial {
  evidence: EvidencePack;
  text: PersonaText;
  /** The greeting that opened the conversation. */
  greeting: string;
  /** Facts that the owner pinned or the summary found. The first ones are dropped last. */
  facts: string[];
  /** Rolling summary of the messages before `turns`, or null. */
  summary: string | null;
  /** Oldest first; the last is the question. */
  turns: Turn[];
  /** 1, or more for an alternative. With the same prompt, a model would say the same again. */
  answer?: number;
  /** The stored part of a reply that was cut off, '' for a new reply. */
  partial: string;
  /** Maximum tokens (by estimateTokens) of all messages together, including MESSAGE_TOKENS for each. */
  budget: number;
}

const ELLIPSIS = '…';
const within = (room: number) => (text: string) => estimateTokens(text) <= room;

/** Merges consecutive messages of one role: some chat templates reject anything but strict alternation. */
function mergeConsecutive(messages: ChatTurn[]): ChatTurn[] {
  const result: ChatTurn[] = [];
  for (const message of messages) {
    const last = result.at(-1);
    if (last?.role === message.role)
      result[result.length - 1] = { ...last, content: `${last.content}\n\n${message.content}` };
    else result.push(message);
  }
  return result;
}

/**
 * Drops blank turns, and the greeting if the conversation stores it as its first message, so that it is not
 * shown twice.
 */
function withoutGreeting(turns: Turn[], greeting: string): Turn[] {
  const spoken = turns.filter(({ text }) => text.trim() !== '');
  return spoken[0]?.role === 'PERSONA' && spoken[0].text === greeting ? spoken.slice(1) : spoken;
}

/**
 * Fits the question and the end of a cut-off reply. Both stay whole unless they are about as long as the
 * budget itself.
 * @returns also the tokens left for the document and the conversation
 */
function newest(material: ChatMaterial, anchor: string): { question: string; partial: string; room: number } {
  const { evidence, partial, budget, turns } = material;
  const least = estimateTokens(chatDocument(evidence, emptyKnowledge, turns.length));
  const fixed = [chatInstructions, '', ELLIPSIS, `${anchor}\n`];
  if (partial !== '') fixed.push('', continueInstruction);
  const room = fixed.reduce((left, text) => left - MESSAGE_TOKENS - estimateTokens(text), budget);
  const reserved = Math.min(LEAST_PARTIAL, estimateTokens(partial), (room - least) / 4);
  const question = cutEnd(turns.at(-1)?.text ?? '', within(room - least - reserved));
  const rest = room - estimateTokens(question);
  const end = cutStart(partial, within(Math.min(rest - least, Math.floor(budget / 2))));
  return { question, partial: end, room: rest - estimateTokens(end) };
}

/** The document, the greeting and the newest turns, within `room` tokens. */
function background(material: ChatMaterial, room: number): ChatTurn[] {
  const { evidence, text, facts, summary, greeting, turns } = material;
  const all = { ...text, facts, earlier: summary, quotes: evidence.quotes.map((quote) => quote.text) };
  const known = fitKnowledge(evidence, all, room, turns.length);
  let left = room - estimateTokens(chatDocument(evidence, known, turns.length));
  const greets = greeting.trim() !== '' && within(left)(greeting);
  if (greets) left -= estimateTokens(greeting);
  const { shown, leftOut } = recentTurns(withoutGreeting(turns.slice(0, -1), greeting), left);
  return [
    { role: 'user', content: chatDocument(evidence, known, leftOut) },
    // Without an assistant message here, the document and the first question would become one message.
    { role: 'assistant', content: greets ? greeting : ELLIPSIS },
    ...shown.map(({ role, text: content }): ChatTurn => {
      return { role: role === 'USER' ? 'user' : 'assistant', content };
    }),
  ];
}

/**
 * Builds the messages for the mirror's next reply. They always contain the measurement and the question. The
 * persona text, the facts, the summary, the greeting and then the newest turns take the room that is left, so
 * the size does not grow with the conversation.
 * @returns a system message that is the same for everyone, then alternating user and assistant messages
 * @throws RangeError if the conversation does not end in a question, or the budget is below
 *   LEAST_CHAT_BUDGET
 */
export function chatPrompt(material: ChatMaterial): ChatTurn[] {
  if (material.turns.at(-1)?.role !== 'USER') throw new RangeError('A chat prompt must end with a question.');
  if (material.budget < LEAST_CHAT_BUDGET)
    throw new RangeError(`A chat prompt needs a budget of at least ${LEAST_CHAT_BUDGET} tokens.`);
  const anchor = chatAnchor(material.evidence, material.answer ?? 1);
  const { question, partial, room } = newest(material, anchor);
  const conversation = mergeConsecutive([...background(material, room), { role: 'user', content: question }]);
  const last = conversation.pop()?.content ?? question;
  const messages: ChatTurn[] = [
    { role: 'system', content: chatInstructions },
    ...conversation,
    { role: 'user', content: `${anchor}\n${last}` },
  ];
  if (partial === '') return messages;
  return [
    ...messages,
    { role: 'assistant', content: partial },
    { role: 'user', content: continueInstruction },
  ];
}
