import type { TraitId } from '../../../src/measurement/traits.js';

/** The topics of a message that the stand-in recognises. */
export const topics = [
  'feeling',
  'why',
  'words',
  'strengths',
  'worries',
  'advice',
  'who',
  'others',
  'thanks',
  'greeting',
  'general',
] as const;

export type Topic = (typeof topics)[number];

/** Alternative phrasings. With at least two, a reply never has to begin or end like the previous one. */
export type Phrasings = readonly [string, string, ...string[]];

/** Whether a trait is below, within or above the typical range. */
export type TraitPosition = 'low' | 'typical' | 'high';

/**
 * The sentences of the stand-in's mirror in one language. `{name}`, `{friends}`, `{words}` and `{archetype}`
 * are filled in. Trait sentences contain no placeholders, because they identify the evidence of a reply.
 */
export interface ReplyBook {
  /** A message has the first topic, in the order of `topics`, whose pattern matches. */
  about: Record<Exclude<Topic, 'general'>, RegExp>;
  /** In practice mode, `others` says that no one else has answered. */
  opening: Record<Topic, Phrasings>;
  traits: Record<TraitId, Record<TraitPosition, Phrasings>>;
  split: Record<TraitId, string>;
  words: { none: Phrasings; one: Phrasings; several: Phrasings };
  /** For a trait at either extreme. */
  clearly: Phrasings;
  /** For a measurement by few friends. */
  sketch: Phrasings;
  archetype: Phrasings;
  closing: Phrasings;
  /** Closings for topics that the general closing does not fit. */
  ownClosing: Partial<Record<Topic, Phrasings>>;
  /** Matches messages about something sad, which a joke must not answer. */
  sad: RegExp;
  /** For a `{question}` when all that the mirror knows is said. */
  handBack: Phrasings;
  /** Ends a reply that another model began. */
  lastWord: string;
  /** Between two sentences. */
  glue: '' | ' ';
  /** Matches sentences in which people describe themselves. */
  ofOneself: RegExp;
  /** `{topics}` are the topics of the conversation. */
  talkedAbout: string;
}

type Traits = ReplyBook['traits'];

/**
 * The trait sentences as the person's own account. In some languages only the observer differs.
 * @param by how the sentences about friends begin
 * @param own the replacement
 */
export function ownTraitSentences(traits: Traits, by: string, own: string): Traits {
  const say = (phrasing: string): string => phrasing.replace(by, own);
  const all = ([first, second, ...more]: Phrasings): Phrasings => [say(first), say(second), ...more.map(say)];
  const each = ({ low, typical, high }: Traits['E']): Traits['E'] => ({
    low: all(low),
    typical: all(typical),
    high: all(high),
  });
  const { E, A, C, N, I } = traits;
  return { E: each(E), A: each(A), C: each(C), N: each(N), I: each(I) };
}
