import type { Agreement } from '../measurement.js';
import type { TraitId } from '../traits.js';

/** Where a person is on a trait, ready to be put into words. */
export interface PlaceFact {
  name: string;
  trait: TraitId;
  /** The end of the trait that the score lies towards, and how clearly. */
  side: 'high' | 'low';
  strength: 'VERY' | 'CLEAR' | 'TYPICAL';
  /** How many of 100 people the person exceeds on that side, 1–99. */
  beyond: number;
}

/** A trait as friends see it. */
export interface TraitFact extends PlaceFact {
  /** All friends, and those of them who could judge. */
  friends: number;
  raters: number;
  agreement: Agreement;
  sketch: boolean;
}

/** A trait as the person alone sees it. */
interface OwnTraitFact extends PlaceFact {
  /** Whether the person's answers measure the trait. */
  measured: boolean;
}

/** How many of the friends picked a word. */
interface WordFact {
  name: string;
  word: string;
  friends: number;
  count: number;
}

/** A word among the words that were picked for the same person. */
interface WordRank {
  /** How many words were picked more often. */
  ahead: number;
  /** How many words there were to choose from. */
  words: number;
}

/** A trait for strangers: without how many could judge it, and without the exact place. */
export interface GeneralTraitFact extends PlaceFact {
  friends: number;
  isSplit: boolean;
}

/**
 * What a portrait says by itself, without the figures: those are the evidence of its sentences. A sentence is
 * never equal to its evidence and never part of it.
 */
interface PortraitWording {
  trait(fact: TraitFact): string;
  word(fact: { name: string; word: string }): string;
  ownTrait(fact: OwnTraitFact): string;
  ownWord(fact: { name: string; word: string }): string;
}

/** The sentences of one language. */
export interface EvidenceWording {
  portrait: PortraitWording;
  /** Where a person is on a trait, compared with 100 people: part of a sentence. */
  place(fact: PlaceFact): string;
  /** How far the answers behind a piece of evidence lie apart. */
  spread: {
    /** In words that follow from the level of agreement alone, so it tells nothing more about single friends. */
    trait: Record<Agreement, string>;
    word(rank: WordRank): string;
    quote: string;
    /** About a person's own answers. */
    own: string;
  };
  word(fact: WordFact): string;
  trait(fact: TraitFact): string;
  /** About a person's own answers, in the third person. */
  ownWord(fact: { name: string; word: string }): string;
  ownTrait(fact: OwnTraitFact): string;
  /** A reworded blend of what several friends wrote. */
  quote(text: string): string;
  /** For strangers: no figure from which one friend's answer follows, and nothing that friends wrote. */
  general: {
    /** The questions asked, and from how many friends on their answers are used. */
    askedTrait(questions: readonly string[]): string;
    askedWord(questions: readonly string[]): string;
    trait(fact: GeneralTraitFact): string;
    word(fact: { name: string; word: string }): string;
    quote: string;
  };
}

/** Both ends of each trait, in the forms a language needs. */
export type Poles<T> = Record<TraitId, { high: T; low: T }>;
