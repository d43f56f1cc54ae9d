/**
 * What at least three friends wrote, blended into other words, and the releases whose texts it was blended from. Without a
 * text: they had nothing in common, or nothing fit to be told.
 */
export interface VersionQuote {
  text: string | null;
  from: number;
  to: number;
}
