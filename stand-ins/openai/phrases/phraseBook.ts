import type { Archetype } from '../../../src/measurement/archetypes.js';
import type { Level } from '../../../src/measurement/measurement.js';
import type { TraitId } from '../../../src/measurement/traits.js';

/** Alternative phrasings. The evidence seeds the choice. */
export type Variants = readonly [string, ...string[]];

/** Both ends of a trait. */
export interface Ends {
  high: Variants;
  low: Variants;
}

/** Phrases for practice mode. They never mention what friends see or say. */
interface OwnAccount {
  /** The first sentence of a summary, which says that it is practice. */
  opening: Variants;
  words: { one: Variants; several: Variants };
  introduction: Variants;
  topWord: Variants;
}

/**
 * The stand-in's phrases in one language. `{name}`, `{friends}`, `{words}`, `{top}`, `{quote}`, `{runnerUp}`,
 * `{adjective}` and `{noun}` are filled in. `{words:이/가}` adds the matching Korean particle.
 */
export interface PhraseBook {
  /** The first phrase of each does not mention friends, so that practice mode can use it. */
  traits: Record<TraitId, Record<Level, Variants>>;
  /** For a trait on which friends disagree. */
  split: Record<TraitId, string>;
  words: { one: Variants; several: Variants };
  /** Introduces a blended quote. */
  quote: Variants;
  ownAccount: OwnAccount;
  /** The conclusion, by archetype. */
  closing: Record<Archetype, string>;
  archetypeNames: Record<Archetype, string>;
  title: string;
  adjectives: Record<TraitId, Ends> & { balanced: Variants };
  nouns: Record<Archetype, Variants>;
  hello: Ends;
  introduction: { sketch: Variants; known: Variants };
  topWord: Variants;
  invitation: Record<TraitId, Ends>;
  /** Manner of speech, by sociability (E) and warmth (A). */
  register: Record<'openWarm' | 'openDirect' | 'quietWarm' | 'quietDirect', string>;
  habit: Record<TraitId, { high: string; low: string }>;
  sample: Record<Archetype, string>;
  /** Replies to a message without evidence. */
  smallTalk: Variants;
  friends(count: number): string;
  list(words: string[]): string;
}
