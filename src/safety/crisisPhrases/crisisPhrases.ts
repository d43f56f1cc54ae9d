/** Joins patterns from this code into one. Never pass user input: it is not escaped. */
export const anyOf = (alternatives: string[], edge = '', flags = 'u'): RegExp =>
  new RegExp(`${edge}(?:${alternatives.join('|')})${edge}`, flags);

/** Phrases of one language about suicide and self-harm. */
export interface CrisisPhrases {
  /**
   * Idioms, titles and denials that contain crisis phrases, removed before the search. Global, so that all of
   * them are removed.
   */
  harmless: RegExp[];
  /** One match is enough. Not global, so that matching keeps no state. */
  crisis: RegExp[];
}
