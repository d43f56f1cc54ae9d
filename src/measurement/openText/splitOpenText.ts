/**
 * Ends of sentences and clauses. A Latin full stop, comma or colon ends one only before a blank or the end:
 * 3.5, 1,000 and 10:30 stay whole. Those of Korean and Japanese text need no blank. Closing quotes and
 * brackets stay with what they close.
 */
const ends =
  /(?<=[.!?,;:…][\p{Pf}\p{Pe}"']*)\s+|(?<=[。！？｡、，；：][\p{Pf}\p{Pe}]*)(?![\p{Pf}\p{Pe}。！？｡、，；：])|\s+[–—-]+\s+|—|\n/u;

/** Marks that only make sense between clauses. */
const dangling = /[\s,;:、，；：]+$/u;

/**
 * Splits a friend's text into pieces, in its order, to be shuffled with those of other friends: the structure
 * of a whole text reveals its writer. All letters and digits are kept. A piece without any is left out.
 */
export function splitOpenText(text: string): string[] {
  return text
    .split(ends)
    .map((piece) => piece.trim().replace(dangling, ''))
    .filter((piece) => /[\p{L}\p{N}]/u.test(piece));
}
