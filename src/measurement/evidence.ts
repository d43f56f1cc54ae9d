import type { Locale } from '../locale.js';
import type { Archetype } from './archetypes.js';
import type { Agreement, Confidence, Level } from './measurement.js';
import type { TraitId } from './traits.js';

/** Whose answers a measurement is based on: the friends', or the person's own in practice mode. */
export type Basis = 'FRIENDS' | 'SELF';

/** A reworded blend of texts of at least three friends. `id` is 'EV-Q1', 'EV-Q2', … */
export interface Quote {
  id: string;
  text: string;
}

/**
 * All that a language model learns about a person: measured, citable by id, without names of raters,
 * relations or open texts.
 */
export interface EvidencePack {
  subject: { name: string; locale: Locale };
  basis: Basis;
  /** 0 if the basis is the person alone. */
  friends: number;
  confidence: Confidence;
  archetype: Archetype;
  runnerUp: Archetype;
  /**
   * `id` is 'EV-E', 'EV-A', …; `score` is the percentile, 0–100. `raters` is the number of people whose
   * answers measure the trait: friends, or the person alone (1). 0 means not measured.
   */
  traits: { id: string; trait: TraitId; score: number; level: Level; agreement: Agreement; raters: number }[];
  /**
   * `id` is 'EV-W-funny', …; `word` is the label in the subject's locale, `share` is 0–1 of the friends,
   * `count` is the number of those friends (absent in packs stored before the field was added). Strongest
   * first.
   */
  words: { id: string; word: string; share: number; count?: number }[];
  quotes: Quote[];
}

/** Every evidence id that a text about this person may cite. */
export const evidenceIds = (pack: EvidencePack): Set<string> =>
  new Set([...pack.traits, ...pack.words, ...pack.quotes].map(({ id }) => id));
