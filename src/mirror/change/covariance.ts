import type { TraitMeasurement } from '../measurement.js';

/**
 * Covariance of an earlier and a later mean, as a share of one rater's variance, if the later contains the
 * earlier's raters.
 *
 * With weights it is (W₁/W₂)/k₁, where W is the sum of the weights. A measurement does not keep these sums,
 * but two estimates are exact if all raters weigh the same: 1/k₂, and n₁/(n₂k₁), which assumes that new
 * raters weigh as much on average as the old. The smaller one makes the test more cautious, and keeps the
 * variance of the difference above 0 whatever the weights.
 */
export function covariance(
  before: Pick<TraitMeasurement, 'raters' | 'k'>,
  after: Pick<TraitMeasurement, 'raters' | 'k'>,
): number {
  return Math.min(1 / after.k, before.raters / (after.raters * before.k));
}
