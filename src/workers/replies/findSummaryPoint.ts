import { estimateTokens } from '../../ai/prompts/tokenBudget.js';
import type { ConversationPath } from './readReplyMaterial.js';

/** Most turns that a prompt contains verbatim before older ones are summarized. */
const MOST_TURNS = 16;
/** How many turns stay verbatim then … */
const KEPT_TURNS = 6;
/** … or if the turns are long. */
const FEWEST_KEPT = 4;

/**
 * The reply up to which a conversation should be summarized now, because it has many turns or they fill more
 * than half of the budget.
 * @param turns since the last summary, up to the question that was just answered
 * @param budget maximum tokens of a prompt
 * @returns the id of a reply, or null if no summary is due
 */
export function findSummaryPoint(turns: ConversationPath['turns'], budget: number): string | null {
  const size = turns.reduce((sum, { text }) => sum + estimateTokens(text), 0);
  const isLong = size > budget / 2;
  if (turns.length <= MOST_TURNS && !(isLong && turns.length > FEWEST_KEPT + 1)) return null;
  const older = turns.slice(0, isLong ? -FEWEST_KEPT : -KEPT_TURNS);
  return older.findLast(({ role }) => role === 'PERSONA')?.id ?? null;
}
