import type { PerTrait } from '../traits.js';

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
