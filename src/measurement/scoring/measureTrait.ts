import type { TraitMeasurement } from '../measurement.js';
import type { Norms } from '../norms.js';
import type { TraitId } from '../traits.js';
import { raterReliability } from './confidence.js';
import { consensus } from './consensus.js';
import { traitMeanInTwelfths } from './itemScores.js';
import { level, traitPercentile } from './percentile.js';
import { type Rater, weightedMeanAndVariance } from './weights.js';

/**
 * Measures one trait from the raters who could judge it. Without any, the result is the norm itself, score
 * 50.
 */
export function measureTrait(trait: TraitId, raters: readonly Rater[], norms: Norms): TraitMeasurement {
  const opinions = raters.flatMap(({ weight, scores }) => {
    const twelfths = traitMeanInTwelfths(scores, trait);
    return twelfths === null ? [] : [{ weight, mean: twelfths / 12, scores }];
  });
  const spread = weightedMeanAndVariance(opinions);
  const norm = norms.traits[trait];
  const k = spread?.k ?? 0;
  const { lambda, shrunkZ, percentile } = traitPercentile(
    spread === null ? 0 : spread.mean - norm.mean,
    norm.sd,
    k,
    raterReliability[trait],
  );
  const { value, agreement } = consensus(
    opinions.map(({ scores }) => scores),
    trait,
  );
  const score = Math.round(percentile);
  return {
    trait,
    score,
    percentile,
    level: level(score),
    agreement,
    consensus: value,
    raters: opinions.length,
    k,
    mean: spread?.mean ?? null,
    variance: spread?.variance ?? null,
    lambda,
    shrunkZ,
  };
}
