import type { Measurement, RarityTier, TraitMeasurement } from '../measurement.js';
import type { Norms } from '../norms.js';
import type { PerTrait } from '../traits.js';
import { raterReliability } from './confidence.js';

/**
 * How far a profile lies from the norm: the squared Mahalanobis distance, cut where χ²₅ leaves a quarter, 7 %
 * and 1 % of people. The mean of few friends scatters more than people do, so the distance is measured
 * against the mean's own spread. Otherwise the people with the fewest friends would be the rarest. A trait
 * that no friend could judge counts as equal to the norm.
 * @param reliability of one rater: the mean of k raters scatters as SD²(r + (1−r)/k)
 */
export function rarity(
  traits: readonly Pick<TraitMeasurement, 'trait' | 'mean' | 'k'>[],
  norms: Norms,
  reliability: PerTrait<number> = raterReliability,
): Measurement['rarity'] {
  const z = traits.map(({ trait, mean, k }) => {
    if (mean === null) return 0;
    const one = reliability[trait];
    const norm = norms.traits[trait];
    return (mean - norm.mean) / (norm.sd * Math.sqrt(one + (1 - one) / k));
  });
  const d2 = quadraticForm(norms.correlations, z);
  return { d2, tier: tier(d2) };
}

function tier(d2: number): RarityTier {
  if (d2 < 6.63) return 'COMMON';
  if (d2 < 10.2) return 'RARE';
  if (d2 < 15.1) return 'EPIC';
  return 'LEGENDARY';
}

/** zᵀR⁻¹z without the inverse: with R = LLᵀ it equals |L⁻¹z|², a sum of squares that cannot be negative. */
function quadraticForm(matrix: readonly (readonly number[])[], z: readonly number[]): number {
  const lower: number[][] = [];
  const solved: number[] = [];
  for (const [i, row] of matrix.entries()) {
    const own: number[] = [];
    const dot = (other: readonly number[], length: number): number =>
      own.slice(0, length).reduce((sum, value, index) => sum + value * (other[index] ?? 0), 0);
    for (let j = 0; j < i; j++) own.push(((row[j] ?? 0) - dot(lower[j] ?? [], j)) / (lower[j]?.[j] ?? 1));
    const diagonal = Math.sqrt((row[i] ?? 0) - dot(own, i));
    solved.push(((z[i] ?? 0) - dot(solved, i)) / diagonal);
    lower.push([...own, diagonal]);
  }
  return solved.reduce((sum, value) => sum + value * value, 0);
}
