import type { TraitSums } from './ratingSums.js';
import { effectiveRaters } from './weights.js';

/** Weight of the prior in raters, and the usual standard deviation between friends of one person. */
const PRIOR_RATERS = 4;
const PRIOR_SD = 0.72;
const TWELFTHS = 12;

interface Spread {
  /** Effective raters. */
  k: number;
  mean: number;
  /**
   * Variance between raters, drawn to the prior: the variance of three opinions by itself says next to
   * nothing.
   */
  variance: number;
}

/** @returns null without a rater */
export function weightedMeanAndVariance(sums: TraitSums): Spread | null {
  if (sums.raters === 0) return null;
  const { weight, squaredWeight, weightedMean, weightedSquare } = sums;
  const k = effectiveRaters(weight, squaredWeight);
  const mean = weightedMean / weight / TWELFTHS;
  // Σ w(x − F)² = (Σw·Σwx² − (Σwx)²)/Σw.
  const scatter = exactDifference(weight, weightedSquare, weightedMean) / weight / TWELFTHS ** 2;
  const squares = (k / weight) * scatter;
  return { k, mean, variance: (PRIOR_RATERS * PRIOR_SD ** 2 + squares) / (PRIOR_RATERS + k - 1) };
}

/** weight · square − mean², of whole numbers: for thousands of raters it would lose digits in floating point. */
function exactDifference(weight: number, square: number, mean: number): number {
  return Number(BigInt(weight) * BigInt(square) - BigInt(mean) ** 2n);
}
