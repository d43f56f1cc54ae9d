import type { TraitMeasurement } from '../measurement.js';

/**
 * Covariance of an earlier and a later mean, as a share of one rater's variance, when the later holds the earlier's raters.
 *
 * With weights it is (W₁/W₂)/k₁, W being the sums of weights. A measurement does not keep them, but two estimates are exact
 * where all weigh the same: 1/k₂, and n₁/(n₂k₁), which takes the new raters to weigh on average what the old do. The smaller
 * makes the test the more cautious one, and keeps the variance of the difference above 0 whatever the weights.
 */
export function covariance(
  before: Pick<TraitMeasurement, 'raters' | 'k'>,
  after: Pick<TraitMeasurement, 'raters' | 'k'>,
): number {
  return Math.min(1 / after.k, before.raters / (after.raters * before.k));
}
