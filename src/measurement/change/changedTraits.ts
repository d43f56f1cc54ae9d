import { MIN_GROUP } from '../anonymity.js';
import type { Measurement, TraitMeasurement } from '../measurement.js';
import { criticalT } from '../scoring/statistics.js';
import type { TraitId } from '../traits.js';

/** A trait that friends see differently than before. */
interface ChangedTrait {
  trait: TraitId;
  direction: 'UP' | 'DOWN';
  /** The scores shown before and after, 0–100. */
  from: number;
  to: number;
}

/**
 * Degrees of freedom that the prior of the variance adds to one per rater: four raters, less the two means
 * (weightedMeanAndVariance).
 */
const PRIOR_DEGREES = 2;

/** Two-sided 5 % shared by five traits (Bonferroni): the normal distribution leaves 0.5 % above. */
const CHANGED = 2.5758;

/**
 * Finds traits that differ between two measurements of one person by more than asking more friends does by
 * chance. For at most 5 % of the people who did not change, a change is reported. The means are compared and
 * not the scores, which also move as friends are added or the norm changes.
 * @param after contains all raters of `before`, and at least three more who could judge
 */
export function changedTraits(before: Measurement, after: Measurement): ChangedTrait[] {
  return before.traits.flatMap((earlier) => {
    const later = after.traits.find(({ trait }) => trait === earlier.trait);
    if (later === undefined || !differs(earlier, later)) return [];
    const direction = (later.mean ?? 0) > (earlier.mean ?? 0) ? 'UP' : 'DOWN';
    return [{ trait: earlier.trait, direction, from: earlier.score, to: later.score }];
  });
}

/**
 * Student's t of the difference D, whose variance is Var(F₂ − F₁) = σ²(1/k₁ + 1/k₂ − 2·cov): the errors of
 * both means, less the part that they share. The later variance s² is taken around one mean for all friends,
 * so a change inflates it by D²/(1/k₁ + …). With that removed, t² > cut² becomes the comparison made here.
 */
function differs(earlier: TraitMeasurement, later: TraitMeasurement): boolean {
  const added = later.raters - earlier.raters;
  if (earlier.raters < MIN_GROUP || added < MIN_GROUP) return false;
  if (earlier.mean === null || later.mean === null || later.variance === null) return false;
  const spread = 1 / earlier.k + 1 / later.k - 2 * covariance(earlier, later);
  const degrees = PRIOR_DEGREES + later.k;
  const cut = criticalT(degrees, CHANGED) ** 2;
  const squares = (degrees + 1) * later.variance;
  return (later.mean - earlier.mean) ** 2 / spread > (cut * squares) / (degrees + cut);
}

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
