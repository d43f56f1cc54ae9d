import type { Archetype } from './archetypes.js';
import type { Agreement, Confidence, Level, Measurement } from './measurement.js';
import { packOf } from './packOf.js';
import type { Locale } from './questionnaire/locale.js';
import { MIN_CHOOSERS } from './release/withholdThin.js';
import type { TraitId } from './traits.js';

export type { Agreement, Archetype, Confidence, Level, Locale, TraitId };

/** Whose answers a measurement rests on: the friends', or the person's own in practice mode. */
export type Basis = 'FRIENDS' | 'SELF';

/** What several friends wrote, in other words: blends at least three friends' texts. `id` is 'EV-Q1', 'EV-Q2', … */
export interface Quote {
  id: string;
  text: string;
}

/** All that a language model learns of a person: measured, citable by id, without names of raters, relations or open texts. */
export interface EvidencePack {
  subject: { name: string; locale: Locale };
  basis: Basis;
  /** 0 where the basis is the person alone. */
  friends: number;
  confidence: Confidence;
  archetype: Archetype;
  runnerUp: Archetype;
  /**
   * `id` is 'EV-E', 'EV-A', …; `score` is the percentile, 0–100. `raters` are those whose answers tell of it: friends, or
   * the person alone (1); 0 is not measured.
   */
  traits: { id: string; trait: TraitId; score: number; level: Level; agreement: Agreement; raters: number }[];
  /**
   * `id` is 'EV-W-funny', …; `word` is the label in the subject's locale, `share` 0–1 of the friends, `count` how many they are (absent
   * in packs stored before it was added). Strongest first.
   */
  words: { id: string; word: string; share: number; count?: number }[];
  quotes: Quote[];
  /** Subjects the prose must not touch. */
  forbidden: string[];
}

const MAX_WORDS = 8;

/**
 * Puts a measurement by friends into the form the prose is written from. A word that one friend alone chose is left out:
 * it would show what one person answered.
 * @throws RangeError for a word that the questionnaire does not have
 */
export function evidencePack(
  measurement: Measurement,
  subject: EvidencePack['subject'],
  quotes: readonly Quote[] = [],
): EvidencePack {
  const words = measurement.words.filter(({ count }) => count >= MIN_CHOOSERS).slice(0, MAX_WORDS);
  return packOf({ ...measurement, words }, subject, { basis: 'FRIENDS', quotes: [...quotes] });
}
