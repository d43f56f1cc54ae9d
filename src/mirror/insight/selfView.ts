import { norms } from '../norms.js';
import type { Rating } from '../rating.js';
import { itemScores } from '../scoring/itemScores.js';
import { traitTwelfths } from '../scoring/traitTwelfths.js';
import type { PerTrait, TraitId } from '../traits.js';

/** Cronbach's α of the four items of a trait, computed by us from the data the norms come from (self reports). */
const alpha: PerTrait<number> = { E: 0.8, A: 0.8, C: 0.68, N: 0.67, I: 0.68 };
const ITEMS = 4;

/** A trait as the person answers it. */
export interface SelfView {
  /** Mean of the answered items, 1–5, high meaning more of the trait. */
  mean: number;
  /** Variance of that mean by mere inexactness of so few items: SD²(1−α) for all four, more for fewer. */
  error: number;
}

/** @returns null where the person answered fewer than two of the trait's items */
export function selfView(self: Rating, trait: TraitId): SelfView | null {
  const scores = itemScores(self.answers);
  const twelfths = traitTwelfths(scores, trait);
  if (twelfths === null) return null;
  const items = scores.filter((score) => score.trait === trait).length;
  // Always the norms of self reports, whichever norms the friends' view was measured against.
  const error = (norms.traits[trait].sd ** 2 * (1 - alpha[trait]) * ITEMS) / items;
  return { mean: twelfths / 12, error };
}
