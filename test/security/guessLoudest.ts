/** An attacker's guess: which friend of the second release answered loudest, and whether the fourth friend did. */
export interface Guess {
  /** Counted from 0. */
  who: number;
  what: boolean;
}

/** Every number in a record, in its order. */
const numbersIn = (record: string): number[] => (record.match(/-?\d+(\.\d+)?/g) ?? []).map(Number);

/** How far two records are apart: what differs in length is as far as can be. */
function distance(before: string, after: string): number {
  if (before === after) return 0;
  const [from, to] = [numbersIn(before), numbersIn(after)];
  if (from.length !== to.length) return Number.MAX_SAFE_INTEGER;
  return from.reduce((sum, number, at) => sum + Math.abs(number - (to[at] ?? 0)), 1);
}

/**
 * Compares what could be read before and after each answer of the second release but its last, which shows the whole
 * release at once: the answer that moved most is the loudest one's; if none of the first two moved anything, all that is
 * left is the lot.
 * @param after what could be read after 0, 1, 2 … answers
 */
export function guessLoudest(after: readonly string[], lot: Guess): Guess {
  const moved = [3, 4, 5].map((friend) => distance(after[friend] ?? '', after[friend + 1] ?? ''));
  const [fourth = 0, fifth = 0, sixth = 0] = moved;
  if (fourth === 0 && fifth === 0) return lot;
  const loudest = moved.indexOf(Math.max(fourth, fifth, sixth));
  return { who: 3 + loudest, what: loudest === 0 };
}
