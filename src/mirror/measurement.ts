import type { Archetype } from './archetypes.js';
import type { TraitId } from './traits.js';

/** A percentile in a word: below 15, below 35, up to 65, up to 85, above. */
export type Level = 'VERY_LOW' | 'LOW' | 'TYPICAL' | 'HIGH' | 'VERY_HIGH';

/** How far the friends see the same person; UNKNOWN while fewer than two of them could tell. */
export type Agreement = 'AGREE' | 'MIXED' | 'SPLIT' | 'UNKNOWN';

/** How much to believe the whole measurement. */
export type Confidence = 'SKETCH' | 'FAIR' | 'GOOD';

export type RarityTier = 'COMMON' | 'RARE' | 'EPIC' | 'LEGENDARY';

/**
 * One trait as the friends see it, or in practice mode as the person does; all numbers but `score` and `raters` are
 * unrounded.
 */
export interface TraitMeasurement {
  trait: TraitId;
  /** The percentile as a whole number, 0–100: what is shown. */
  score: number;
  percentile: number;
  level: Level;
  agreement: Agreement;
  /** r_wg(4), 0–1; null while fewer than two raters could tell. */
  consensus: number | null;
  /** Friends whose answers tell of this trait; 0 in practice mode. */
  raters: number;
  /** Effective number of those friends: unequal weights make it smaller than `raters`. */
  k: number;
  /** Weighted mean on the scale of 1–5; null where nobody could tell, in practice mode where the person left it out. */
  mean: number | null;
  /** Variance between the friends, held to the norm's by a prior; null without a rater. */
  variance: number | null;
  /** Share of the mean that is believed rather than put down to the few who were asked, 0–1. */
  lambda: number;
  /** The believed deviation from the norm, in its standard deviations. */
  shrunkZ: number;
}

/** A word, how many friends chose it, and the share of all friends that they are, 0–1. */
export interface WordMeasurement {
  word: string;
  count: number;
  share: number;
}

/** What the answers measure; a pure function of the ratings, the norms and the version. */
export interface Measurement {
  scoringVersion: string;
  normsVersion: string;
  /** 0 in practice mode. */
  friends: number;
  /** Effective friends, over all valid ratings. */
  k: number;
  confidence: Confidence;
  traits: TraitMeasurement[];
  /** Strongest first; every word somebody chose. */
  words: WordMeasurement[];
  archetype: Archetype;
  runnerUp: Archetype;
  rarity: { d2: number; tier: RarityTier };
}
