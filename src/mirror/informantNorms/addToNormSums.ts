import type { Rating } from '../rating.js';
import { rater } from '../scoring/rater.js';
import { traitMeanInTwelfths } from '../scoring/traitTwelfths.js';
import { traits } from '../traits.js';
import { mergeNormSums } from './mergeNormSums.js';
import { emptyNormSums, type NormSums } from './normSums.js';

const MIN_RATERS = 3;

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
    if (views.length < MIN_RATERS) continue;
    const total = views.reduce((sum, { weight }) => sum + weight, 0);
    person[trait] = {
      n: 1,
      sum: views.reduce((sum, { weight, mean }) => sum + weight * mean, 0) / total,
      squares: views.reduce((sum, { weight, mean }) => sum + weight * mean ** 2, 0) / total,
    };
  }
  return mergeNormSums(sums, person);
}
