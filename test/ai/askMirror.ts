import type { ChatTurn } from '../../src/ai/ports.js';
import { type ChatMaterial, chatPrompt, continueInstruction } from '../../src/ai/prompts/chat.js';
import type { EvidencePack } from '../../src/measurement/evidence.js';
import { evidence } from './evidence.js';
import { personaTextOf } from './personaText.js';

export type Turn = ChatMaterial['turns'][number];

/** The messages of a chat prompt, with the parts that a test cares about. */
export const ask = (parts: Partial<ChatMaterial> = {}): ChatTurn[] =>
  chatPrompt({
    evidence: evidence(),
    text: personaTextOf(),
    greeting: 'There you are.',
    facts: [],
    summary: null,
    turns: [{ role: 'USER', text: 'Who am I?' }],
    partial: '',
    budget: 6000,
    ...parts,
  });

/** A talk of `length` messages and a question. */
export const talk = (length: number, words = 'We talked of the sea and of trains.'): Turn[] => [
  ...Array.from({ length }, (_, at): Turn => {
    return { role: at % 2 === 0 ? 'USER' : 'PERSONA', text: `${at}: ${words}` };
  }),
  { role: 'USER', text: 'And now?' },
];

export interface Data extends EvidencePack {
  title?: string;
  summary: string[];
  facts: string[];
  earlier: string | null;
  turnsLeftOut: number;
}

/** What a document without these fields means. */
const nothing = { summary: [], facts: [], earlier: null, turnsLeftOut: 0 };

/** The document of the prompt. */
export const dataOf = (messages: ChatTurn[]): Data => ({
  ...nothing,
  ...(JSON.parse(/```json\n([\s\S]*)\n```$/.exec(messages[1]?.content ?? '')?.[1] ?? '') as Data),
});

/** What the person says in the newest message: all after the first line of three hyphens. */
export const askedIn = (messages: ChatTurn[]): string => {
  const said = messages.findLast(({ role, content }) => role === 'user' && content !== continueInstruction);
  return said?.content.split('\n---\n').slice(1).join('\n---\n') ?? '';
};
/** The first letters of the roles, in order. */
export const roles = (messages: ChatTurn[]): string => messages.map(({ role }) => role[0]).join('');
