import type { Level } from '../measurement.js';
import { normalCdf } from './statistics.js';

/** The percentiles that count as typical, both included. */
export const TYPICAL_BAND = { from: 35, to: 65 };

/** @param score the percentile as shown, so that the word never contradicts the number next to it */
export function level(score: number): Level {
  if (score < 15) return 'VERY_LOW';
  if (score < TYPICAL_BAND.from) return 'LOW';
  if (score <= TYPICAL_BAND.to) return 'TYPICAL';
  if (score <= 85) return 'HIGH';
  return 'VERY_HIGH';
}

interface TraitPercentile {
  /** Spearman–Brown reliability of k raters: the share of the deviation that is kept. */
  lambda: number;
  /** λ·z: the shrunk deviation from the norm, in the norm's standard deviations. */
  shrunkZ: number;
  /** 0–100, unrounded. */
  percentile: number;
}

/**
 * Computes the percentile of a mean of k raters. It is the chance that this person is higher on the trait
 * than a random other person, as friends would agree to see them: the estimate has the variance r₀SD²(1−λ),
 * the population has r₀SD². Comparing a shrunk mean with the raw spread of people would call nearly everyone
 * typical.
 *
 * @param deviation mean − norm mean, in points; 0 with k = 0
 * @param sd of the norm, in points
 * @param reliability r₀, 0–1
 */
export function traitPercentile(
  deviation: number,
  sd: number,
  k: number,
  reliability: number,
): TraitPercentile {
  const lambda = (k * reliability) / (1 + (k - 1) * reliability);
  const shrunkZ = (lambda * deviation) / sd;
  const percentile = 100 * normalCdf(shrunkZ / Math.sqrt(reliability * (2 - lambda)));
  return { lambda, shrunkZ, percentile };
}
