import { scaleItems } from '../questionnaire/scaleItems.js';
import type { ItemScore } from './itemScores.js';

const HASTY_MS = 25_000;
const STRAIGHT_LINE = 12;
const CONTRADICTIONS = 3;
/** Points between a plus item and its minus counterpart, both scored, beyond which they cannot both be meant. */
const CONTRADICTION_GAP = 3;

/** The plus and the minus item of each trait among the first ten. */
const pairs = scaleItems
  .slice(0, 5)
  .map((plus, index) => ({ plus: plus.id, minus: scaleItems[index + 5]?.id }));

/**
 * How far one form is to be trusted: 1, or .5 when one sign of carelessness shows, or .25 when more do. Never 0: every
 * friend counts, and nobody is told who was weighed down.
 * @param elapsedMs null fires no rule
 */
export function qualityWeight(scores: readonly ItemScore[], elapsedMs: number | null): 1 | 0.5 | 0.25 {
  const signs = [
    elapsedMs !== null && elapsedMs < HASTY_MS,
    longestRun(scores) >= STRAIGHT_LINE,
    contradictions(scores) >= CONTRADICTIONS,
  ].filter(Boolean).length;
  return signs === 0 ? 1 : signs === 1 ? 0.5 : 0.25;
}

/** Equal answers in a row, among those given: a straight line with a hole in it is still one. */
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
