import type { Rating } from '../answers.js';
import { norms } from '../norms.js';
import { itemScores, traitMeanInTwelfths } from '../scoring/itemScores.js';
import { selfReliability } from '../scoring/reliability.js';
import type { TraitId } from '../traits.js';

const ITEMS = 4;

/** A trait as the person sees it. */
interface SelfView {
  /** Mean of the answered items, 1–5, high meaning more of the trait. */
  mean: number;
  /** Share of the trait's items that were answered, 0.5–1. */
  part: number;
  /** Error variance of that mean because of so few items: SD²(1−α) for all four, more for fewer. */
  error: number;
}

/** @returns null if the person answered fewer than two of the trait's items */
export function selfView(self: Rating, trait: TraitId): SelfView | null {
  const scores = itemScores(self.answers);
  const twelfths = traitMeanInTwelfths(scores, trait);
  if (twelfths === null) return null;
  const part = scores.filter((score) => score.trait === trait).length / ITEMS;
  // Always the norms of self-reports, whichever norms the friends' view was measured with.
  const error = (norms.traits[trait].sd ** 2 * (1 - selfReliability[trait])) / part;
  return { mean: twelfths / 12, part, error };
}
