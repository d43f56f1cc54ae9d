import type { Agreement } from '../measurement.js';
import type { ItemSums, TraitSums } from './ratingSums.js';

/** Variance of answers given at random to five points: (5² − 1)/12. */
const RANDOM_VARIANCE = 2;
/** Items per trait. */
const J = 4;
const ALL_AGREE = 0.8;
const APART = 0.5;
/** Two points of the scale, in twelfths. */
const FAR = 24;
/** Everyday answers meet both cuts exactly (mean variances 1 and 1.6), and the last bit must not decide. */
const ROUNDING = 1e-9;

/**
 * How far raters describe the same person: r_wg(4) of James, Demaree & Wolf 1984 with unweighted sample
 * variances, over the items that at least two of them answered.
 * @param sums of the raters who could judge this trait
 */
export function consensus({ items, lowest, highest }: TraitSums): {
  value: number | null;
  agreement: Agreement;
} {
  const variances = items.flatMap(sampleVariance);
  if (variances.length === 0) return { value: null, agreement: 'UNKNOWN' };
  const ratio = variances.reduce((sum, variance) => sum + variance, 0) / variances.length / RANDOM_VARIANCE;
  const value = ratio >= 1 ? 0 : (J * (1 - ratio)) / (J * (1 - ratio) + ratio);
  if (value >= ALL_AGREE - ROUNDING) return { value, agreement: 'AGREE' };
  const isSplit = value < APART - ROUNDING && (highest ?? 0) - (lowest ?? 0) >= FAR;
  return { value, agreement: isSplit ? 'SPLIT' : 'MIXED' };
}

/** Computed in whole numbers up to the one division. Empty for fewer than two values. */
const sampleVariance = ([n, sum, squares]: ItemSums): number[] =>
  n < 2 ? [] : [(n * squares - sum * sum) / (n * (n - 1))];
