import type { Archetype } from './archetypes.js';
import type { TraitId } from './traits.js';

/** A percentile in words: below 15, below 35, up to 65, up to 85, above. */
export type Level = 'VERY_LOW' | 'LOW' | 'TYPICAL' | 'HIGH' | 'VERY_HIGH';

/** How far the friends agree about the person. UNKNOWN if fewer than two of them could judge. */
export type Agreement = 'AGREE' | 'MIXED' | 'SPLIT' | 'UNKNOWN';

/** How reliable the whole measurement is. */
export type Confidence = 'SKETCH' | 'FAIR' | 'GOOD';

export type RarityTier = 'COMMON' | 'RARE' | 'EPIC' | 'LEGENDARY';

/**
 * One trait as the friends see it, or in practice mode as the person does. All numbers except `score` and
 * `raters` are unrounded.
 */
export interface TraitMeasurement {
  trait: TraitId;
  /** The percentile as a whole number, 0–100. This is the figure shown to people. */
  score: number;
  percentile: number;
  level: Level;
  agreement: Agreement;
  /** r_wg(4), 0–1; null if fewer than two raters could judge. */
  consensus: number | null;
  /** Friends whose answers measure this trait; 0 in practice mode. */
  raters: number;
  /** Effective number of those friends. Unequal weights make it smaller than `raters`. */
  k: number;
  /**
   * Weighted mean on the scale of 1–5. Null if no friend could judge, or in practice mode if the person left
   * the trait out.
   */
  mean: number | null;
  /** Variance between the friends, drawn to the usual one by a prior; null without a rater. */
  variance: number | null;
  /**
   * Reliability of the mean: the share of its deviation that is attributed to the person and not to the
   * choice of few friends, 0–1.
   */
  lambda: number;
  /** λ·z: the shrunk deviation from the norm, in the norm's standard deviations. */
  shrunkZ: number;
}

/** A word, the number of friends who chose it, and their share of all friends, 0–1. */
export interface WordMeasurement {
  word: string;
  count: number;
  share: number;
}

/** The result of measuring answers: a pure function of the ratings, the norms and the version. */
export interface Measurement {
  scoringVersion: string;
  normsVersion: string;
  /** 0 in practice mode. */
  friends: number;
  /** Effective number of friends, over all valid ratings. */
  k: number;
  confidence: Confidence;
  traits: TraitMeasurement[];
  /** Every word that was chosen, strongest first. */
  words: WordMeasurement[];
  archetype: Archetype;
  runnerUp: Archetype;
  rarity: { d2: number; tier: RarityTier };
}

/** The person as one circle of friends sees them (family, colleagues …). */
export interface RelationView {
  relation: string;
  /** Friends in the view. Later friends of the circle wait until adding them reveals no one. */
  friends: number;
  /** Only traits that may be shown. */
  traits: TraitMeasurement[];
}
