import type { EvidencePack } from '../../measurement/evidence.js';
import type { PersonaText } from './personaText.js';
import { fencedJson, promptEvidence } from './promptParts.js';
import { estimateTokens } from './tokenBudget.js';

/** What a mirror knows besides scores and words. Each part may be missing if the budget is small. */
interface ChatKnowledge {
  title?: string;
  voice?: PersonaText['voice'];
  summary: PersonaText['summary'];
  facts: string[];
  earlier: string | null;
  /** Reworded blends of what several friends wrote. */
  quotes: string[];
}

/** The measurement alone. */
export const emptyKnowledge: ChatKnowledge = { summary: [], facts: [], earlier: null, quotes: [] };

/** An empty list says nothing and would cost tokens in every message. */
const unlessEmpty = <T>(list: T[]): T[] | undefined => (list.length === 0 ? undefined : list);

/**
 * Renders the data of the chat as one fenced document. It contains no ids, so the mirror cannot show any.
 * @param turnsLeftOut number of messages in the conversation that the prompt does not show
 */
export function chatDocument(pack: EvidencePack, known: ChatKnowledge, turnsLeftOut: number): string {
  const { title, summary, voice, facts, earlier, quotes } = known;
  const { subject, basis, friends, confidence, archetype, traits, words } = promptEvidence(pack);
  // What changes during a conversation comes last, so that a provider can cache the beginning of the prompt.
  const data = {
    subject,
    basis,
    friends,
    confidence,
    archetype,
    // The reminder before the question has the levels and the language. That friends agree is the rule.
    traits: traits.map(({ trait, score, agreement, raters }) => ({
      trait,
      score,
      agreement: agreement === 'AGREE' || basis === 'SELF' ? undefined : agreement,
      raters,
    })),
    words: words.map(({ word, count }) => ({ word, count })),
    quotes: unlessEmpty(quotes),
    title,
    summary: unlessEmpty(summary.map(({ text }) => text)),
    voice,
    facts: unlessEmpty(facts),
    earlier: earlier ?? undefined,
    turnsLeftOut: turnsLeftOut === 0 ? undefined : turnsLeftOut,
  };
  return `What is known, as data:\n${fencedJson(data)}`;
}

/**
 * Returns as much of `all` as keeps the document within `room` tokens, which is usually everything. If not
 * all fits, the persona text comes first, because without it the mirror has no character. Then come the facts
 * in their order, the summary of earlier messages, and last the quotes, whose content the persona text
 * already contains.
 */
export function fitKnowledge(
  pack: EvidencePack,
  all: Required<ChatKnowledge>,
  room: number,
  turns: number,
): ChatKnowledge {
  const fits = (known: ChatKnowledge): boolean => estimateTokens(chatDocument(pack, known, turns)) <= room;
  if (fits(all)) return all;
  const additions: ((known: ChatKnowledge) => ChatKnowledge)[] = [
    (known) => ({ ...known, title: all.title }),
    (known) => ({ ...known, voice: all.voice }),
    ...all.summary.map((sentence) => (known: ChatKnowledge) => ({
      ...known,
      summary: [...known.summary, sentence],
    })),
    ...all.facts.map((fact) => (known: ChatKnowledge) => ({ ...known, facts: [...known.facts, fact] })),
    (known) => ({ ...known, earlier: all.earlier }),
    ...all.quotes.map((quote) => (known: ChatKnowledge) => ({ ...known, quotes: [...known.quotes, quote] })),
  ];
  return additions.reduce((known, add) => {
    const more = add(known);
    return fits(more) ? more : known;
  }, emptyKnowledge);
}
