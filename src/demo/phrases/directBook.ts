import type { TraitId } from '../../mirror/evidencePack.js';
import type { Stand, Ways } from './replyBook.js';

/** What a message may ask for beside the topics of a talk. */
export type Wish = 'instructions' | 'whoSaid' | 'remember' | 'archetype' | 'beyond';

/**
 * How the stand-in's mirror answers straight away, in one language. `{drawn}`, `{words}` and `{told}` are filled in; what `drawn` holds
 * is filled in nowhere else and holds no placeholder itself: by it an answer's evidence is found again in a reply.
 */
export interface DirectBook {
  /** Everyday words for both ends of a trait; the low end is looked for first, as it may hold a word of the high one. */
  named: Record<TraitId, { high: RegExp; low: RegExp }>;
  /** Words that nobody should hear a plain yes to. */
  harsh: RegExp;
  drawn: Record<TraitId, Record<Stand, string>>;
  yes: Ways;
  no: Ways;
  between: Ways;
  /** For a question that asks how, not whether. */
  shown: Ways;
  /** For a trait that too few friends could tell. */
  tooFew: Ways;
  /** For a question that holds a word the friends chose. */
  chosen: Ways;
  isQuestion: RegExp;
  /** Asks whether someone is something, whatever it is. */
  isWhether: RegExp;
  /** Asks how, what or which. */
  isOpen: RegExp;
  /** Asks about somebody else. */
  ofOthers: RegExp;
  /** Tells of a moment, not of a person. */
  passing: RegExp;
  /** Asks something of the mirror, or opens a sentence that tells nothing of the person. */
  noFact: RegExp;
  wishes: Record<Wish, RegExp>;
  refusal: Ways;
  nobody: Ways;
  unshown: Ways;
  /** `{told}`: what the person said. */
  remembered: Ways;
  forgotten: Ways;
  fact: Ways;
  /** The words of a sentence that carry its meaning. */
  contentOf(text: string): string[];
}
