import type { EvidencePack } from '../../mirror/evidencePack.js';
import { chatLanguages } from './chatLanguages.js';
import { estimateTokens } from './estimateTokens.js';
import { fencedJson } from './fencedJson.js';
import type { PersonaText } from './personaText.js';

/** What a mirror knows beside scores and words; each part may be missing where the budget is small. */
export interface Known {
  title?: string;
  voice?: PersonaText['voice'];
  summary: PersonaText['summary'];
  facts: string[];
  earlier: string | null;
  /** What several friends wrote, in other words. */
  quotes: string[];
}

/** The measurement alone. */
export const nothingKnown: Known = { summary: [], facts: [], earlier: null, quotes: [] };

/**
 * The data of the chat as one fenced document, without any id: a mirror that knows none shows none.
 * @param turnsLeftOut messages of the talk that the prompt does not show
 */
export function chatDocument(pack: EvidencePack, known: Known, turnsLeftOut: number): string {
  const { title, summary, voice, facts, earlier, quotes } = known;
  const data = {
    language: chatLanguages[pack.subject.locale],
    ...pack,
    traits: pack.traits.map(({ id: _id, ...trait }) => trait),
    words: pack.words.map(({ word, share }) => ({ word, share })),
    // An empty list says nothing, and would be paid for in each message.
    quotes: quotes.length === 0 ? undefined : quotes,
    title,
    summary: summary.map(({ text }) => ({ text })),
    voice,
    facts,
    earlier,
    turnsLeftOut,
  };
  return `What is known, as data:\n${fencedJson(data, 0)}`;
}

/**
 * As much of what is known as leaves the document within `room` tokens; everything in the usual case. Where not all fits, the portrait
 * comes first, for without it the mirror is nobody; then the facts in their order, what was said before, and last the quotes, of which
 * the portrait tells already.
 */
export function knownWithin(pack: EvidencePack, all: Required<Known>, room: number, turns: number): Known {
  const fits = (known: Known): boolean => estimateTokens(chatDocument(pack, known, turns)) <= room;
  if (fits(all)) return all;
  const additions: ((known: Known) => Known)[] = [
    (known) => ({ ...known, title: all.title }),
    (known) => ({ ...known, voice: all.voice }),
    ...all.summary.map((sentence) => (known: Known) => ({ ...known, summary: [...known.summary, sentence] })),
    ...all.facts.map((fact) => (known: Known) => ({ ...known, facts: [...known.facts, fact] })),
    (known) => ({ ...known, earlier: all.earlier }),
    ...all.quotes.map((quote) => (known: Known) => ({ ...known, quotes: [...known.quotes, quote] })),
  ];
  return additions.reduce((known, add) => {
    const more = add(known);
    return fits(more) ? more : known;
  }, nothingKnown);
}
