/** How a version was made, in enough detail to explain and reproduce it. */
export interface Provenance {
  scoring: string;
  norms: string;
  questionnaire: string;
  /** The version of each prompt used. */
  prompts: Record<string, string>;
  model: string;
  inputTokens: number | null;
  outputTokens: number | null;
  /** US dollars for the text, at list prices; null if the model's price is unknown. */
  cost: number | null;
  /**
   * Null until the text is written. REPAIRED: the model corrected its first text. TEMPLATE: neither text
   * passed the checks, so the text was assembled from the scores.
   */
  writing: 'FIRST' | 'REPAIRED' | 'TEMPLATE' | null;
  /** Written by the built-in stand-in. Labelled wherever it is shown. */
  demo: boolean;
}
