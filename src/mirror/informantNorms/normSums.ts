import type { PerTrait } from '../traits.js';

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
