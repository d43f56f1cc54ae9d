import { scaleItems } from '../questionnaire/scaleItems.js';
import type { ItemScore } from './itemScores.js';

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
