import type { TraitId } from '../traits.js';
import type { ItemScore } from './itemScores.js';

const MIN_ITEMS = 2;

/**
 * One rater's mean of a trait, times twelve; null if fewer than two of the four items are answered. Means of
 * two, three or four whole numbers are whole in twelfths, so that "two points apart" is decided exactly.
 */
export function traitMeanInTwelfths(scores: readonly ItemScore[], trait: TraitId): number | null {
  const own = scores.filter((score) => score.trait === trait);
  if (own.length < MIN_ITEMS) return null;
  return (12 * own.reduce((sum, { score }) => sum + score, 0)) / own.length;
}
