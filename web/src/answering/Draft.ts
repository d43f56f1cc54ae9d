import type { Relation } from '../graphql/generated/schema';

/**
 * The answer to one step, in the field that fits the step. An empty object is a step that was skipped on
 * purpose.
 */
export interface DraftAnswer {
  relation?: Relation;
  /** 1–5 for a statement, 1–4 for closeness. */
  scale?: number;
  cannotTell?: true;
  optionIds?: string[];
  text?: string;
}

/** Answers that are not submitted yet, as this device stores them. */
export interface Draft {
  /** Created when the form is opened. However often the answers are sent, they count once. */
  clientKey: string;
  /** Id of the one open question, chosen at random; null if none is asked. */
  openText: string | null;
  /** By step id. */
  given: Record<string, DraftAnswer>;
  /** Id of the current step; null before the first. */
  at: string | null;
  /** True while only the statements answered with "I can't tell" are shown again. */
  isSecondLook: boolean;
  /** How long the questions were visible, in milliseconds. */
  elapsedMs: number;
}
