import { traits } from '../traits.js';
import { emptyNormSums, type NormSums } from './normSums.js';

/** Adds the sums of two groups of people. No person may be in both. */
export function mergeNormSums(one: NormSums, other: NormSums): NormSums {
  const merged = { ...emptyNormSums };
  for (const trait of traits) {
    const [a, b] = [one[trait], other[trait]];
    merged[trait] = { n: a.n + b.n, sum: a.sum + b.sum, squares: a.squares + b.squares };
  }
  return merged;
}
