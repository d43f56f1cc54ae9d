import type { EvidencePack } from '../mirror/evidencePack.js';
import type { ChatRequest } from './chatRequest.js';
import { evidenceIn } from './evidenceIn.js';
import { fencedIn } from './fencedIn.js';

/** A talk with a mirror, as far as a reply depends on it. */
export interface Conversation {
  evidence: EvidencePack;
  question: string;
  /** What the mirror said before, its greeting at first. */
  lastReply: string;
  /** What the person said before, oldest first, as far as the request shows it. */
  saidBefore: string[];
  /** What is known of the person from talks before. */
  facts: string[];
  /** A line in the mirror's voice, where the document has one. */
  sample?: string | null;
  /** The summary of what was said before the shown turns. */
  earlier: string | null;
  /** 1 for the first answer to the question, more for an alternative to it. */
  answer: number;
  /** How many messages came before the question, shown or not. */
  turn: number;
  /** What is already out of the reply asked for; null where it begins. */
  partial: string | null;
}

/** The prompt puts a reminder before the question, which ends at the first line of three hyphens. */
function questionIn(content: string): string {
  const line = /^---\n/m.exec(content);
  return (line === null ? content : content.slice(line.index + line[0].length)).trim();
}

/** The reminder counts the answers to a question; what the person writes behind it does not. */
function answerIn(content: string): number {
  const line = /^---\n/m.exec(content);
  const number = /answer number (\d+)/.exec(content.slice(0, line?.index ?? 0))?.[1];
  return Math.max(1, Number(number ?? 1));
}

/** What the document holds beside the measurement. */
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

/** The measurement of the document, which tells no ids: each gets one again, as evidence has everywhere else. */
function measuredIn(document: string): EvidencePack | null {
  const pack = evidenceIn(document);
  if (pack === null) return null;
  const { quotes = [] } = fencedIn(document) as { quotes?: string[] };
  return {
    ...pack,
    traits: pack.traits.map((trait) => ({ ...trait, id: `EV-${trait.trait}` })),
    words: pack.words.map((word) => ({ ...word, id: `EV-W-${word.word}` })),
    quotes: quotes.map((text, at) => ({ id: `EV-Q${at + 1}`, text })),
  };
}

/** Takes the partial reply, and the wish to go on with it, off the end of the talk. */
function takePartial(talk: ChatRequest['messages']): string | null {
  if (talk.at(-1)?.role === 'user' && /^Continue your last message/.test(talk.at(-1)?.content ?? ''))
    talk.pop();
  return talk.length > 1 && talk.at(-1)?.role === 'assistant' ? (talk.pop()?.content ?? null) : null;
}

/** @returns null for a request that is no talk with a mirror: instructions, evidence, greeting, then turns up to a question */
export function readConversation(request: ChatRequest): Conversation | null {
  const [, document, ...talk] = request.messages;
  if (request.response_format != null || document === undefined || talk[0]?.role !== 'assistant') return null;
  const evidence = measuredIn(document.content);
  const partial = takePartial(talk);
  const question = talk.pop();
  if (evidence === null || question?.role !== 'user') return null;
  const { facts, earlier, sample, turnsLeftOut } = knownIn(document.content);
  return {
    evidence,
    facts,
    earlier,
    sample,
    saidBefore: talk.filter(({ role }) => role === 'user').map(({ content }) => content),
    answer: answerIn(question.content),
    question: questionIn(question.content),
    lastReply: talk.findLast(({ role }) => role === 'assistant')?.content ?? '',
    turn: talk.length + turnsLeftOut,
    partial,
  };
}
