/** How a version came about: enough to explain it, and to make it again. */
export interface Provenance {
  scoring: string;
  norms: string;
  questionnaire: string;
  /** The version of each prompt that was used. */
  prompts: Record<string, string>;
  model: string;
  inputTokens: number | null;
  outputTokens: number | null;
  /** US dollars for the text, by list prices; null where the model's price is not known. */
  cost: number | null;
  /** Null until something is written. REPAIRED: the model mended its first text. TEMPLATE: neither passed the checks, so the text was put together from the scores here. */
  writing: 'FIRST' | 'REPAIRED' | 'TEMPLATE' | null;
  /** Written by the built-in stand-in: labelled wherever people see it. */
  demo: boolean;
}
