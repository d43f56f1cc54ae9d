/** How one language speaks of suicide and self-harm. */
export interface CrisisPhrases {
  /** Idioms, titles and denials that hold words of a crisis: taken out before anything is looked for. Global: all of them go. */
  harmless: RegExp[];
  /** One of them is enough. Not global, so that a match keeps no state. */
  crisis: RegExp[];
}
