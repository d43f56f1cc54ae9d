import { cutEnd } from './cutToFit.js';
import { estimateTokens } from './estimateTokens.js';
import { MESSAGE_TOKENS } from './promptTokens.js';

export interface Turn {
  role: 'USER' | 'PERSONA';
  text: string;
}

/** In tokens. A question cut to less than this says nothing any more. */
const LEAST_CUT = 40;

/**
 * Returns the newest turns that fit, without a gap, oldest first. The oldest turn shown is a question, cut at
 * its end if it does not fit whole: an answer alone would seem to answer the greeting.
 * @param room in tokens; each turn counts as a message of its own
 */
export function recentTurns(turns: Turn[], room: number): { shown: Turn[]; leftOut: number } {
  const shown: Turn[] = [];
  let left = room;
  for (const turn of turns.toReversed()) {
    left -= MESSAGE_TOKENS;
    const cost = estimateTokens(turn.text);
    if (cost > left && (turn.role === 'PERSONA' || left < LEAST_CUT)) break;
    const space = left;
    shown.unshift({ ...turn, text: cutEnd(turn.text, (text) => estimateTokens(text) <= space) });
    left -= cost;
    if (left < 0) break;
  }
  if (shown.length < turns.length) while (shown[0]?.role === 'PERSONA') shown.shift();
  return { shown, leftOut: turns.length - shown.length };
}
