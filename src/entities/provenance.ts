/** How a persona came about: enough to explain it, and to make it again. */
export interface Provenance {
  scoring: string;
  norms: string;
  questionnaire: string;
  prompt: string;
  model: string;
  inputTokens: number | null;
  outputTokens: number | null;
  /** Written by the built-in stand-in: labelled wherever people see it. */
  demo: boolean;
}
