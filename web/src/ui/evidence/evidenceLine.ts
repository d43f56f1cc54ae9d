/** A piece of evidence in the API's words. A part that its sentence already says is left out. */
export interface EvidenceLine {
  id: string;
  text?: string;
  spread: string | null;
  questions: readonly string[];
}
