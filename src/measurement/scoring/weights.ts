import type { Rating } from '../answers.js';
import { scaleItems } from '../questionnaire/items.js';
import { type ItemScore, itemScores } from './itemScores.js';

/**
 * Accuracy grows with how well a friend knows the person (Connelly & Ones 2010). The values are ours, to be
 * refitted.
 */
const weights = [0.7, 0.85, 1, 1.1] as const;

/** Every weight, also of a form that weighs a half or a quarter, is a whole number of 1/80. */
export const WEIGHT_UNIT = 80;

/** @param closeness 1–4; null (not given) counts as 2 */
export function closenessWeight(closeness: number | null): number {
  const weight = weights[(closeness ?? 2) - 1];
  if (weight === undefined) throw new RangeError(`Closeness must be 1 to 4, not ${closeness}`);
  return weight;
}

/**
 * Kish's effective number, (Σw)²/Σw²: how many equally weighted raters carry as much information. 0 for none.
 */
export const effectiveRaters = (sum: number, squares: number): number =>
  squares === 0 ? 0 : sum ** 2 / squares;

const HASTY_MS = 25_000;
const STRAIGHT_LINE = 12;
const CONTRADICTIONS = 3;
/**
 * Points between a plus item and its minus counterpart, both scored. Beyond this gap, both answers cannot be
 * meant.
 */
const CONTRADICTION_GAP = 3;

/** The plus and the minus item of each trait among the first ten. */
const pairs = scaleItems
  .slice(0, 5)
  .map((plus, index) => ({ plus: plus.id, minus: scaleItems[index + 5]?.id }));

/**
 * Weight of one form by its quality: 1, or .5 if one sign of carelessness shows, or .25 if more do. Never 0:
 * every friend counts, and no one learns which form weighs less.
 * @param elapsedMs null counts as no sign
 */
export function qualityWeight(scores: readonly ItemScore[], elapsedMs: number | null): 1 | 0.5 | 0.25 {
  const signs = [
    elapsedMs !== null && elapsedMs < HASTY_MS,
    longestRun(scores) >= STRAIGHT_LINE,
    contradictions(scores) >= CONTRADICTIONS,
  ].filter(Boolean).length;
  return signs === 0 ? 1 : signs === 1 ? 0.5 : 0.25;
}

/** Longest run of equal answers among those given. A straight line with a gap in it is still one. */
function longestRun(scores: readonly ItemScore[]): number {
  let longest = 0;
  let run = 0;
  scores.forEach(({ raw }, index) => {
    run = raw === scores[index - 1]?.raw ? run + 1 : 1;
    longest = Math.max(longest, run);
  });
  return longest;
}

function contradictions(scores: readonly ItemScore[]): number {
  const of = new Map(scores.map(({ id, score }) => [id, score]));
  return pairs.filter(({ plus, minus }) => {
    const [high, low] = [of.get(plus), minus === undefined ? undefined : of.get(minus)];
    return high !== undefined && low !== undefined && Math.abs(high - low) > CONTRADICTION_GAP;
  }).length;
}

const MIN_ITEMS = 10;

/** A friend's form, scored. */
export interface Rater {
  weight: number;
  scores: ItemScore[];
  words: readonly string[];
}

/** @returns null for a form with fewer than ten scale answers, which is too little to count */
export function rater({ answers, closeness, elapsedMs }: Rating): Rater | null {
  const scores = itemScores(answers);
  if (scores.length < MIN_ITEMS) return null;
  return {
    weight: qualityWeight(scores, elapsedMs) * closenessWeight(closeness),
    scores,
    words: answers.find(({ questionId }) => questionId === 'WORDS')?.optionIds ?? [],
  };
}
