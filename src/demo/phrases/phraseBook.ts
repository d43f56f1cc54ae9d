import type { Archetype, Level, TraitId } from '../../mirror/evidencePack.js';

/** Two ways to say one thing; which one is decided by the evidence itself. */
export type Variants = readonly [string, ...string[]];

/** Both ends of a trait. */
export interface Ends {
  high: Variants;
  low: Variants;
}

/** What is said where the person alone answered: it never speaks of what friends see or say. */
export interface OwnAccount {
  /** The first sentence of a summary: that it is practice. */
  opening: Variants;
  words: { one: Variants; several: Variants };
  introduction: Variants;
  topWord: Variants;
}

/**
 * What the stand-in can say in one language. `{name}`, `{friends}`, `{words}`, `{top}`, `{quote}`, `{runnerUp}`, `{adjective}` and `{noun}` are filled in;
 * `{words:이/가}` adds the Korean particle that fits.
 */
export interface PhraseBook {
  /** The first of each speaks of no friends: it serves a person's own account as well. */
  traits: Record<TraitId, Record<Level, Variants>>;
  /** For a trait on which friends disagree. */
  split: Record<TraitId, string>;
  words: { one: Variants; several: Variants };
  /** Around what several friends wrote, already put in other words. */
  quote: Variants;
  ownAccount: OwnAccount;
  /** What all of it adds up to, by archetype. */
  closing: Record<Archetype, string>;
  archetypeNames: Record<Archetype, string>;
  title: string;
  adjectives: Record<TraitId, Ends> & { balanced: Variants };
  nouns: Record<Archetype, Variants>;
  hello: Ends;
  introduction: { sketch: Variants; known: Variants };
  topWord: Variants;
  invitation: Record<TraitId, Ends>;
  /** Manner of speech by sociability (E) and warmth (A). */
  register: Record<'openWarm' | 'openDirect' | 'quietWarm' | 'quietDirect', string>;
  habit: Record<TraitId, { high: string; low: string }>;
  sample: Record<Archetype, string>;
  /** Something to say to a message that carries no evidence. */
  smallTalk: Variants;
  friends(count: number): string;
  list(words: string[]): string;
}
