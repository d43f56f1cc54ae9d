/**
 * Ends of sentences and clauses. A full stop, comma or colon of the Latin kind ends one only before a blank or the end: 3.5, 1,000 and
 * 10:30 stay whole. Those of Korean and Japanese text need no blank. Closing quotes and brackets stay with what they close.
 */
const ends =
  /(?<=[.!?,;:…][\p{Pf}\p{Pe}"']*)\s+|(?<=[。！？｡、，；：][\p{Pf}\p{Pe}]*)(?![\p{Pf}\p{Pe}。！？｡、，；：])|\s+[–—-]+\s+|—|\n/u;

/** Marks that only make sense between clauses. */
const dangling = /[\s,;:、，；：]+$/u;

/**
 * The pieces of a friend's text, in its order, to be shuffled with other friends': a whole text shows its writer by its
 * build. Letters and digits are all kept; a piece without any is left out.
 */
export function splitOpenText(text: string): string[] {
  return text
    .split(ends)
    .map((piece) => piece.trim().replace(dangling, ''))
    .filter((piece) => /[\p{L}\p{N}]/u.test(piece));
}
