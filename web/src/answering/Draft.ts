import type { Relation } from '../graphql/generated/schema';

/** What was given at one step: the one field that fits it. An empty object is a step that was left out on purpose. */
export interface Given {
  relation?: Relation;
  /** 1–5 of a statement, 1–4 of closeness. */
  scale?: number;
  cannotTell?: true;
  optionIds?: string[];
  text?: string;
}

/** Answers on their way, as this device keeps them. */
export interface Draft {
  /** Made when the form was opened: however often it is sent, it counts once. */
  clientKey: string;
  /** Id of the one open question, drawn by lot; null where none is asked. */
  openText: string | null;
  /** By the id of the step. */
  given: Record<string, Given>;
  /** Where the person stands, by the id of the step; null before the first. */
  at: string | null;
  /** True while only what could not be told is gone through again. */
  isSecondLook: boolean;
  /** How long the questions were in sight, in milliseconds. */
  elapsedMs: number;
}
