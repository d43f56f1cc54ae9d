import type { Rating } from '../answers.js';
import type { Measurement } from '../measurement.js';
import { norms } from '../norms.js';
import { selfReliability } from '../scoring/confidence.js';
import { itemScores, traitMeanInTwelfths } from '../scoring/itemScores.js';
import type { TraitId } from '../traits.js';
import type { LeniencyBias } from './leniencyBias.js';

/** Questions about each trait. */
export const ITEMS = 4;

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

/**
 * Adds one person to the running mean. Traits that the person or all friends left out stay as they are.
 * @param self the person's own form; its closeness and elapsed time are ignored
 */
export function addToLeniencyBias(
  leniencyBias: LeniencyBias,
  self: Rating,
  measurement: Measurement,
): LeniencyBias {
  const next = { ...leniencyBias };
  for (const { trait, mean: friends } of measurement.traits) {
    const own = selfView(self, trait);
    if (own === null || friends === null) continue;
    const { mean, n } = leniencyBias[trait];
    next[trait] = { mean: mean + (friends - own.mean - mean) / (n + 1), n: n + 1 };
  }
  return next;
}
