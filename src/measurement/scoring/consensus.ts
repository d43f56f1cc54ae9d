import type { Agreement } from '../measurement.js';
import { scaleItems } from '../questionnaire/items.js';
import type { TraitId } from '../traits.js';
import type { ItemScore } from './itemScores.js';
import { traitMeanInTwelfths } from './itemScores.js';

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
 * @param sheets of the raters who could judge this trait
 */
export function consensus(
  sheets: readonly ItemScore[][],
  trait: TraitId,
): { value: number | null; agreement: Agreement } {
  const variances = scaleItems
    .filter((item) => item.trait === trait)
    .flatMap(({ id }) =>
      sampleVariance(sheets.flatMap((sheet) => sheet.find((score) => score.id === id)?.score ?? [])),
    );
  if (variances.length === 0) return { value: null, agreement: 'UNKNOWN' };
  const ratio = variances.reduce((sum, variance) => sum + variance, 0) / variances.length / RANDOM_VARIANCE;
  const value = ratio >= 1 ? 0 : (J * (1 - ratio)) / (J * (1 - ratio) + ratio);
  if (value >= ALL_AGREE - ROUNDING) return { value, agreement: 'AGREE' };
  return { value, agreement: value < APART - ROUNDING && range(sheets, trait) >= FAR ? 'SPLIT' : 'MIXED' };
}

/** Computed in whole numbers up to the one division. Empty for fewer than two values. */
function sampleVariance(values: readonly number[]): number[] {
  const n = values.length;
  if (n < 2) return [];
  const sum = values.reduce((total, value) => total + value, 0);
  const squares = values.reduce((total, value) => total + value * value, 0);
  return [(n * squares - sum * sum) / (n * (n - 1))];
}

function range(sheets: readonly ItemScore[][], trait: TraitId): number {
  const twelfths = sheets.flatMap((sheet) => traitMeanInTwelfths(sheet, trait) ?? []);
  return Math.max(...twelfths) - Math.min(...twelfths);
}
