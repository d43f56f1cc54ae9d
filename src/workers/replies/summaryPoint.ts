import { estimateTokens } from '../../ai/prompts/estimateTokens.js';
import type { Talk } from './readTalk.js';

/** So many turns stand word for word in a prompt before the older ones are put in short … */
const MOST_TURNS = 24;
/** … and so many stay. */
const KEPT_TURNS = 10;
const FEWEST_KEPT = 4;

/**
 * Up to which reply a talk should be put in short now: the turns have become many, or fill more than half of the budget.
 * @param turns since the last summary, up to the question that was just answered
 * @param budget tokens of a whole prompt
 * @returns the id of a reply, or null while all of it fits well
 */
export function summaryPoint(turns: Talk['turns'], budget: number): string | null {
  const size = turns.reduce((sum, { text }) => sum + estimateTokens(text), 0);
  const isLong = size > budget / 2;
  if (turns.length <= MOST_TURNS && !(isLong && turns.length > FEWEST_KEPT + 1)) return null;
  const older = turns.slice(0, isLong ? -FEWEST_KEPT : -KEPT_TURNS);
  return older.findLast(({ role }) => role === 'PERSONA')?.id ?? null;
}
