import type { PerTrait } from '../traits.js';

/**
 * What a language's own norms are made of, per trait: people measured, the sum of their means, and the sum of their
 * friends' mean squares (points of 1–5). Sums only, so that nobody can be found in them again.
 */
export type NormSums = PerTrait<{ n: number; sum: number; squares: number }>;

/** Before anybody was measured. */
export const noSums: NormSums = {
  E: { n: 0, sum: 0, squares: 0 },
  A: { n: 0, sum: 0, squares: 0 },
  C: { n: 0, sum: 0, squares: 0 },
  N: { n: 0, sum: 0, squares: 0 },
  I: { n: 0, sum: 0, squares: 0 },
};
