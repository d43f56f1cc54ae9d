import type { EvidencePack } from '../../../src/measurement/evidence.js';
import type { ChatRequest } from '../server/chatRequest.js';
import { evidenceIn, fencedIn, localeOf } from './evidenceIn.js';

/** The parts of a conversation with a mirror that a reply depends on. */
export interface Conversation {
  evidence: EvidencePack;
  question: string;
  /** The mirror's previous message; its greeting at first. */
  lastReply: string;
  /** All of the mirror's earlier messages in the request, oldest first. Absent: `lastReply` alone. */
  repliesBefore?: readonly string[];
  /** The person's earlier messages in the request, oldest first. */
  saidBefore: string[];
  /** Facts about the person from earlier conversations. */
  facts: string[];
  /** A sample line of the mirror's voice, if the document has one. */
  sample?: string | null;
  /** The summary of the turns that the request leaves out. */
  earlier: string | null;
  /** 1 for the first reply to the question, higher for an alternative. */
  answer: number;
  /** How many messages came before the question, included or left out. */
  turn: number;
  /** The part of the reply that was already sent; null for a new reply. */
  partial: string | null;
}

/** The prompt puts a reminder before the question. It ends at the first line of three hyphens. */
function questionIn(content: string): string {
  const line = /^---\n/m.exec(content);
  return (line === null ? content : content.slice(line.index + line[0].length)).trim();
}

/** Reads the number of the alternative from the reminder, ignoring anything the person wrote after it. */
function answerIn(content: string): number {
  const line = /^---\n/m.exec(content);
  const number = /answer number (\d+)/.exec(content.slice(0, line?.index ?? 0))?.[1];
  return Math.max(1, Number(number ?? 1));
}

/** What the document contains besides the evidence. */
function knownIn(document: string) {
  const known = fencedIn(document) as {
    facts?: string[];
    earlier?: string | null;
    voice?: { sample?: string };
    turnsLeftOut?: number;
  } | null;
  return {
    facts: known?.facts ?? [],
    earlier: known?.earlier ?? null,
    sample: known?.voice?.sample ?? null,
    turnsLeftOut: known?.turnsLeftOut ?? 0,
  };
}

type Trait = EvidencePack['traits'][number];

/** Reads the level of each trait from the reminder. */
function levelsIn(content: string): Map<string, Trait['level']> {
  const line = /^---\n/m.exec(content);
  const named = content
    .slice(0, line?.index ?? 0)
    .matchAll(/\b([EACNI]) ((?:VERY_)?(?:LOW|HIGH)|TYPICAL)\b/g);
  return new Map([...named].map(([, trait = '', level]) => [trait, level as Trait['level']]));
}

/**
 * The evidence in the document. The chat prompt omits evidence ids and what is usual, so they are added again.
 */
function measuredIn(document: string, reminder: string): EvidencePack | null {
  const pack = evidenceIn(document);
  if (pack === null) return null;
  const levels = levelsIn(reminder);
  const language = /^Speak (.+) unless /m.exec(reminder)?.[1] ?? '';
  const unnamed = pack.basis === 'SELF' ? 'UNKNOWN' : 'AGREE';
  const { quotes = [] } = fencedIn(document) as { quotes?: string[] };
  return {
    ...pack,
    subject: { ...pack.subject, locale: localeOf(language) },
    traits: pack.traits.map((trait: Trait & { agreement?: Trait['agreement'] }) => ({
      ...trait,
      id: `EV-${trait.trait}`,
      level: levels.get(trait.trait) ?? 'TYPICAL',
      agreement: trait.agreement ?? unnamed,
    })),
    words: pack.words.map((word) => ({ ...word, id: `EV-W-${word.word}` })),
    quotes: quotes.map((text, at) => ({ id: `EV-Q${at + 1}`, text })),
  };
}

/** Removes the request to continue and the partial reply from the end of the messages. */
function takePartial(messages: ChatRequest['messages']): string | null {
  if (messages.at(-1)?.role === 'user' && /^Continue your last message/.test(messages.at(-1)?.content ?? ''))
    messages.pop();
  return messages.length > 1 && messages.at(-1)?.role === 'assistant'
    ? (messages.pop()?.content ?? null)
    : null;
}

/**
 * Reads a conversation from a request of instructions, evidence, greeting, then turns up to a question.
 * @returns null for any other request
 */
export function readConversation(request: ChatRequest): Conversation | null {
  const [, document, ...messages] = request.messages;
  if (request.response_format != null || document === undefined || messages[0]?.role !== 'assistant')
    return null;
  const partial = takePartial(messages);
  const question = messages.pop();
  const evidence = measuredIn(document.content, question?.content ?? '');
  if (evidence === null || question?.role !== 'user') return null;
  const { facts, earlier, sample, turnsLeftOut } = knownIn(document.content);
  return {
    evidence,
    facts,
    earlier,
    sample,
    saidBefore: messages.filter(({ role }) => role === 'user').map(({ content }) => content),
    repliesBefore: messages.filter(({ role }) => role === 'assistant').map(({ content }) => content),
    answer: answerIn(question.content),
    question: questionIn(question.content),
    lastReply: messages.findLast(({ role }) => role === 'assistant')?.content ?? '',
    turn: messages.length + turnsLeftOut,
    partial,
  };
}
