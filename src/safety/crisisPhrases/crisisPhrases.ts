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
