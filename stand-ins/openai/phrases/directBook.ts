import type { TraitId } from '../../../src/measurement/traits.js';
import type { Phrasings, TraitPosition } from './replyBook.js';

/** What a message may ask for besides the topics. */
type RequestKind = 'instructions' | 'whoSaid' | 'remember' | 'archetype' | 'beyond';

/**
 * The stand-in's direct answers in one language. `{description}`, `{words}` and `{memory}` are filled in. The phrases
 * of `descriptions` contain no placeholders and occur nowhere else, because they identify the evidence of a reply.
 */
export interface DirectBook {
  /**
   * Everyday words for both ends of a trait. The low end is matched first, because it may contain a word of
   * the high end.
   */
  named: Record<TraitId, { high: RegExp; low: RegExp }>;
  /** Words that should not get a plain yes. */
  harsh: RegExp;
  descriptions: Record<TraitId, Record<TraitPosition, string>>;
  yes: Phrasings;
  no: Phrasings;
  between: Phrasings;
  /** For questions that ask how, not whether. */
  shown: Phrasings;
  /** For a trait that too few friends could judge. */
  tooFew: Phrasings;
  /** For a question that contains a word the friends chose. */
  chosen: Phrasings;
  isQuestion: RegExp;
  /** Matches questions whether a person has some quality. */
  isWhether: RegExp;
  /** Matches questions with how, what or which. */
  isOpen: RegExp;
  /** Matches questions about another person. */
  ofOthers: RegExp;
  /** Matches sentences about a moment rather than about a person. */
  passing: RegExp;
  /** Matches requests to the mirror, and sentences that say nothing about the person. */
  noFact: RegExp;
  wishes: Record<RequestKind, RegExp>;
  refusal: Phrasings;
  authorsUnknown: Phrasings;
  unshown: Phrasings;
  /** `{memory}` is what the person said. */
  remembered: Phrasings;
  forgotten: Phrasings;
  fact: Phrasings;
  /** The words of a sentence that carry its meaning. */
  contentOf(text: string): string[];
}

type Descriptions = DirectBook['descriptions'];

/**
 * The descriptions as the person's own account.
 * @param by how the sentences about friends begin
 * @param own the replacement
 */
export function ownDescriptions(descriptions: Descriptions, by: string, own: string): Descriptions {
  const each = ({ low, typical, high }: Descriptions['E']): Descriptions['E'] => ({
    low: low.replace(by, own),
    typical: typical.replace(by, own),
    high: high.replace(by, own),
  });
  const { E, A, C, N, I } = descriptions;
  return { E: each(E), A: each(A), C: each(C), N: each(N), I: each(I) };
}
