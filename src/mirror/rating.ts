import type { Answer } from './answers.js';

/** What one friend gave. */
export interface Rating {
  /** Kept beside the answers; does not enter the scores. */
  relation: string;
  /** 1–4, how well the friend knows the person; null when not said. */
  closeness: number | null;
  /** Time from the first question to sending; null when not measured. */
  elapsedMs: number | null;
  answers: readonly Answer[];
}
