/**
 * A quote: texts of at least three friends, blended into other words, and the releases those texts belong to.
 * `text` is null if the texts had nothing in common or no blend passed the checks.
 */
export interface VersionQuote {
  text: string | null;
  from: number;
  to: number;
}
