import type { ChatTurn } from '../ports.js';

/** Fourteenths of a token. Whole numbers, so that adding up many of them loses nothing. */
const LETTER = 4;

const SIGN = 7;
const LINE_BREAK = 14;
const BEYOND_ASCII = 21;
const BEYOND_BMP = 42;

function weightOf(codePoint: number): number {
  if (codePoint > 0xffff) return BEYOND_BMP;
  if (codePoint > 0x7f) return BEYOND_ASCII;
  if (codePoint === 0x0a) return LINE_BREAK;
  const lower = codePoint | 0x20;
  return codePoint === 0x20 || (lower >= 0x61 && lower <= 0x7a) ? LETTER : SIGN;
}

/**
 * Estimates the maximum number of tokens in a text, as far as that is possible without the model's own
 * tokenizer.
 *
 * Based on counts with the cl100k and o200k vocabularies. English prose has .24 tokens per character (counted
 * here as 1 per 3.5) and indented JSON .42 (signs and digits count a half, a line break 1). Korean and
 * Japanese have .6–.9 per character and Chinese up to 1.3 (counted as 1.5), emoji 1.5–2.5 (counted as 3).
 * Rare ideographs, keys of random letters and models with a small vocabulary exceed it.
 *
 * A longer text never counts less, and two texts together never count more than the sum of both.
 */
export function estimateTokens(text: string): number {
  let sum = 0;
  for (let at = 0; at < text.length; at++) {
    const codePoint = text.codePointAt(at) ?? 0;
    sum += weightOf(codePoint);
    if (codePoint > 0xffff) at++;
  }
  return Math.ceil(sum / 14);
}

/**
 * Tokens of a message besides its text: the markers of its beginning and end, and its role. Chat formats take
 * 3 to 5.
 */
export const MESSAGE_TOKENS = 5;

/** Estimated tokens of all messages together. */
export const promptTokens = (messages: readonly ChatTurn[]): number =>
  messages.reduce((sum, { content }) => sum + MESSAGE_TOKENS + estimateTokens(content), 0);

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

/**
 * Returns the largest integer in `[0, most]` that passes. `passes` must hold for every value below one that
 * passes.
 */
function largest(most: number, passes: (count: number) => boolean): number {
  let [low, high] = [0, most];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (passes(middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}

/**
 * Returns the whole text if it fits, otherwise its beginning and "…", and at least "…" alone. Never splits a
 * character in two.
 */
export function cutEnd(text: string, fits: (candidate: string) => boolean): string {
  if (fits(text)) return text;
  const characters = [...text];
  const cut = (count: number): string => `${characters.slice(0, count).join('').trimEnd()}…`;
  return cut(largest(characters.length, (count) => fits(cut(count))));
}

/**
 * Characters that may be dropped at a cut so that the text begins with a whole word. Text without blanks has
 * no such place.
 */
const WORD_SEARCH = 40;

/**
 * Returns the whole text if it fits, otherwise "…" and its end, from the beginning of a word, and at least
 * "…" alone.
 */
export function cutStart(text: string, fits: (candidate: string) => boolean): string {
  if (fits(text)) return text;
  const characters = [...text];
  const cut = (count: number): string => `…${characters.slice(characters.length - count).join('')}`;
  const first = characters.length - largest(characters.length, (count) => fits(cut(count)));
  const blank = characters.slice(first, first + WORD_SEARCH).findIndex((character) => /\s/.test(character));
  return cut(characters.length - first - (blank === -1 ? 0 : blank + 1));
}
