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
