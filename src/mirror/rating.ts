import type { Answer } from './answers.js';

/** The response of one friend. */
export interface Rating {
  /** Stored with the answers. Does not enter the scores. */
  relation: string;
  /** How well the friend knows the person, 1–4; null if not given. */
  closeness: number | null;
  /** Time from the first question to submission; null if not measured. */
  elapsedMs: number | null;
  answers: readonly Answer[];
}
