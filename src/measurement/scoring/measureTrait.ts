import type { TraitMeasurement } from '../measurement.js';
import type { Norms } from '../norms.js';
import type { TraitId } from '../traits.js';
import { raterReliability } from './confidence.js';
import { consensus } from './consensus.js';
import { level, traitPercentile } from './percentile.js';
import type { TraitSums } from './ratingSums.js';
import { weightedMeanAndVariance } from './spread.js';

/**
 * Measures one trait from the raters who could judge it. Without any, the result is the norm itself, score
 * 50.
 */
export function measureTrait(trait: TraitId, sums: TraitSums, norms: Norms): TraitMeasurement {
  const spread = weightedMeanAndVariance(sums);
  const norm = norms.traits[trait];
  const k = spread?.k ?? 0;
  const { lambda, shrunkZ, percentile } = traitPercentile(
    spread === null ? 0 : spread.mean - norm.mean,
    norm.sd,
    k,
    raterReliability[trait],
  );
  const { value, agreement } = consensus(sums);
  const score = Math.round(percentile);
  return {
    trait,
    score,
    percentile,
    level: level(score),
    agreement,
    consensus: value,
    raters: sums.raters,
    k,
    mean: spread?.mean ?? null,
    variance: spread?.variance ?? null,
    lambda,
    shrunkZ,
  };
}
