import type { Agreement } from '../measurement.js';
import type { TraitId } from '../traits.js';

/** What a trait's measurement says, ready to be put into words. */
export interface TraitFact {
  name: string;
  trait: TraitId;
  /** Friends in all, and those of them who could tell. */
  friends: number;
  raters: number;
  /** The end of the trait that the score lies towards, and whether clearly so. */
  side: 'high' | 'low';
  strength: 'VERY' | 'CLEAR' | 'TYPICAL';
  /** Of 100 people, how many the person stands beyond on that side, 1–99. */
  beyond: number;
  agreement: Agreement;
  sketch: boolean;
}

/** How many of the friends picked a word. */
export interface WordFact {
  name: string;
  word: string;
  friends: number;
  count: number;
}

/** The sentences of one language. */
export interface EvidenceWording {
  word(fact: WordFact): string;
  trait(fact: TraitFact): string;
}

/** Both ends of each trait, in the forms a language needs. */
export type Poles<T> = Record<TraitId, { high: T; low: T }>;
