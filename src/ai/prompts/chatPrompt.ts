import type { EvidencePack } from '../../mirror/evidencePack.js';
import type { ChatTurn } from '../ports.js';
import { chatAnchor } from './chatAnchor.js';
import { chatDocument, knownWithin, nothingKnown } from './chatDocument.js';
import { chatInstructions } from './chatInstructions.js';
import { continueInstruction } from './continueInstruction.js';
import { cutEnd, cutStart } from './cutToFit.js';
import { estimateTokens } from './estimateTokens.js';
import type { PersonaText } from './personaText.js';
import { MESSAGE_TOKENS } from './promptTokens.js';
import { recentTurns, type Turn } from './recentTurns.js';

/** Stored with every reply; raise it with any change to what the model is told. */
export const CHAT_PROMPT_VERSION = 'chat@2';

/** Instructions, evidence and reminder take 1,100 tokens, 1,450 with the longest name and words: below it there is no room for a question. */
export const LEAST_CHAT_BUDGET = 1500;

/** The end of a cut-off reply keeps this many tokens, though at most a quarter, beside a question as long as the budget. */
const LEAST_PARTIAL = 60;

export interface ChatMaterial {
  evidence: EvidencePack;
  text: PersonaText;
  /** The greeting the conversation opened with. */
  greeting: string;
  /** What the owner pinned or the summary found; the first ones stay longest. */
  facts: string[];
  /** Rolling summary of what came before `turns`, or null. */
  summary: string | null;
  /** Oldest first; the last is the question. */
  turns: Turn[];
  /** 1, or more for an alternative: the same prompt would have a model say the same again. */
  answer?: number;
  /** What is stored of a reply that was cut off, '' for a fresh one. */
  partial: string;
  /** Tokens by estimateTokens that all messages together may have, MESSAGE_TOKENS for each included. */
  budget: number;
}

const ELLIPSIS = '…';
const within = (room: number) => (text: string) => estimateTokens(text) <= room;

/** Two in a row of one role become one message: some chat templates refuse anything but strict alternation. */
function merged(messages: ChatTurn[]): ChatTurn[] {
  const result: ChatTurn[] = [];
  for (const message of messages) {
    const last = result.at(-1);
    if (last?.role === message.role)
      result[result.length - 1] = { ...last, content: `${last.content}\n\n${message.content}` };
    else result.push(message);
  }
  return result;
}

/** Blank texts tell nothing; a talk that stores its greeting as the first message need not show it twice. */
function heldTalk(turns: Turn[], greeting: string): Turn[] {
  const told = turns.filter(({ text }) => text.trim() !== '');
  return told[0]?.role === 'PERSONA' && told[0].text === greeting ? told.slice(1) : told;
}

/**
 * The question and the end of a cut-off reply, both whole unless they are about as long as the budget itself.
 * @returns also the tokens left for the document and the talk
 */
function newest(material: ChatMaterial, anchor: string): { question: string; partial: string; room: number } {
  const { evidence, partial, budget, turns } = material;
  const least = estimateTokens(chatDocument(evidence, nothingKnown, turns.length));
  const fixed = [chatInstructions, '', ELLIPSIS, `${anchor}\n`];
  if (partial !== '') fixed.push('', continueInstruction);
  const room = fixed.reduce((left, text) => left - MESSAGE_TOKENS - estimateTokens(text), budget);
  const kept = Math.min(LEAST_PARTIAL, estimateTokens(partial), (room - least) / 4);
  const question = cutEnd(turns.at(-1)?.text ?? '', within(room - least - kept));
  const rest = room - estimateTokens(question);
  const end = cutStart(partial, within(Math.min(rest - least, Math.floor(budget / 2))));
  return { question, partial: end, room: rest - estimateTokens(end) };
}

/** The document, the greeting and the newest turns, within `room` tokens. */
function background(material: ChatMaterial, room: number): ChatTurn[] {
  const { evidence, text, facts, summary, greeting, turns } = material;
  const all = { ...text, facts, earlier: summary, quotes: evidence.quotes.map((quote) => quote.text) };
  const known = knownWithin(evidence, all, room, turns.length);
  let left = room - estimateTokens(chatDocument(evidence, known, turns.length));
  const greets = greeting.trim() !== '' && within(left)(greeting);
  if (greets) left -= estimateTokens(greeting);
  const { shown, leftOut } = recentTurns(heldTalk(turns.slice(0, -1), greeting), left);
  return [
    { role: 'user', content: chatDocument(evidence, known, leftOut) },
    // Without an answer of the mirror here, the document and the first question would be one message.
    { role: 'assistant', content: greets ? greeting : ELLIPSIS },
    ...shown.map(({ role, text: content }): ChatTurn => {
      return { role: role === 'USER' ? 'user' : 'assistant', content };
    }),
  ];
}

/**
 * The messages for the mirror's next reply. What was measured and the question always stand in them; the portrait, the facts, the
 * summary, the greeting and then the newest turns take what room is left, so the size does not grow with the talk.
 * @returns a system message that is the same for everyone, then user and assistant in turn
 * @throws RangeError for a talk that does not end in a question, or a budget below LEAST_CHAT_BUDGET
 */
export function chatPrompt(material: ChatMaterial): ChatTurn[] {
  if (material.turns.at(-1)?.role !== 'USER') throw new RangeError('A prompt needs a question at its end.');
  if (material.budget < LEAST_CHAT_BUDGET)
    throw new RangeError(`A prompt needs a budget of at least ${LEAST_CHAT_BUDGET} tokens.`);
  const anchor = chatAnchor(material.evidence, material.answer ?? 1);
  const { question, partial, room } = newest(material, anchor);
  const talk = merged([...background(material, room), { role: 'user', content: question }]);
  const last = talk.pop()?.content ?? question;
  const messages: ChatTurn[] = [
    { role: 'system', content: chatInstructions },
    ...talk,
    { role: 'user', content: `${anchor}\n${last}` },
  ];
  if (partial === '') return messages;
  return [
    ...messages,
    { role: 'assistant', content: partial },
    { role: 'user', content: continueInstruction },
  ];
}
