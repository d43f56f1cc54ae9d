import type { Rating } from '../answers.js';
import type { Measurement } from '../measurement.js';
import type { PerTrait } from '../traits.js';
import { selfView } from './selfView.js';

/**
 * How much higher friends rate people than people rate themselves: the running mean of F − S over a
 * population, in points of the scale of 1–5, and the number of people behind it.
 */
export type LeniencyBias = PerTrait<{ mean: number; n: number }>;

/** The running mean before anyone has answered about themselves. */
export const emptyLeniencyBias: LeniencyBias = {
  E: { mean: 0, n: 0 },
  A: { mean: 0, n: 0 },
  C: { mean: 0, n: 0 },
  N: { mean: 0, n: 0 },
  I: { mean: 0, n: 0 },
};

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
