import { MIN_GROUP } from '../anonymity.js';
import type { Rating } from '../answers.js';
import { traitMeanInTwelfths } from '../scoring/itemScores.js';
import { rater } from '../scoring/weights.js';
import { type PerTrait, traits } from '../traits.js';

/**
 * The data behind a language's own norms, per trait: the number of people measured, the sum of their means,
 * and the sum of their friends' mean squares (points of 1–5). Only sums are stored, so that no person can be
 * found in them.
 */
export type NormSums = PerTrait<{ n: number; sum: number; squares: number }>;

/** The sums before any person is measured. */
export const emptyNormSums: NormSums = {
  E: { n: 0, sum: 0, squares: 0 },
  A: { n: 0, sum: 0, squares: 0 },
  C: { n: 0, sum: 0, squares: 0 },
  N: { n: 0, sum: 0, squares: 0 },
  I: { n: 0, sum: 0, squares: 0 },
};

/** Adds the sums of two groups of people. No person may be in both. */
export function mergeNormSums(one: NormSums, other: NormSums): NormSums {
  const merged = { ...emptyNormSums };
  for (const trait of traits) {
    const [a, b] = [one[trait], other[trait]];
    merged[trait] = { n: a.n + b.n, sum: a.sum + b.sum, squares: a.squares + b.squares };
  }
  return merged;
}

/**
 * Adds one person to the sums. A person counts once however many friends answered. `squares` is the mean of
 * the individual friends' squares, so the resulting SD is that of one friend's view, as scoring assumes (r₀
 * is the part of it that all friends share). Traits that fewer than three friends could judge are left out.
 * @param ratings of one closed survey whose owner consents, with the weights they are scored with
 * @throws RangeError for a closeness outside 1–4
 */
export function addToNormSums(sums: NormSums, ratings: readonly Rating[]): NormSums {
  const raters = ratings.flatMap((rating) => rater(rating) ?? []);
  const person = { ...emptyNormSums };
  for (const trait of traits) {
    const views = raters.flatMap(({ weight, scores }) => {
      const twelfths = traitMeanInTwelfths(scores, trait);
      return twelfths === null ? [] : [{ weight, mean: twelfths / 12 }];
    });
    if (views.length < MIN_GROUP) continue;
    const total = views.reduce((sum, { weight }) => sum + weight, 0);
    person[trait] = {
      n: 1,
      sum: views.reduce((sum, { weight, mean }) => sum + weight * mean, 0) / total,
      squares: views.reduce((sum, { weight, mean }) => sum + weight * mean ** 2, 0) / total,
    };
  }
  return mergeNormSums(sums, person);
}
