import { effectiveRaters } from './effectiveRaters.js';

/** Weight of the prior in raters, and the usual standard deviation between friends of one person. */
const PRIOR_RATERS = 4;
const PRIOR_SD = 0.72;

export interface Spread {
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
export function weightedMeanAndVariance(
  opinions: readonly { weight: number; mean: number }[],
): Spread | null {
  if (opinions.length === 0) return null;
  const k = effectiveRaters(opinions.map(({ weight }) => weight));
  const total = opinions.reduce((sum, { weight }) => sum + weight, 0);
  const mean = opinions.reduce((sum, opinion) => sum + opinion.weight * opinion.mean, 0) / total;
  const squares = opinions.reduce(
    (sum, opinion) => sum + ((opinion.weight * k) / total) * (opinion.mean - mean) ** 2,
    0,
  );
  return { k, mean, variance: (PRIOR_RATERS * PRIOR_SD ** 2 + squares) / (PRIOR_RATERS + k - 1) };
}
