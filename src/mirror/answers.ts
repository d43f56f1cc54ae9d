/** One answer as a client sends it: a GraphQL AnswerInput, where an optional field may also be null. */
export interface RawAnswer {
  questionId: string;
  scale?: number | null;
  optionIds?: readonly string[] | null;
  text?: string | null;
  cannotTell?: boolean | null;
}

/**
 * One valid answer as it is stored. Besides `questionId` it has exactly one field: `scale` (1–5 as given, not
 * reversed) or `cannotTell` for a SCALE, `optionIds` (in the questionnaire's order) for WORDS, `text` for a
 * TEXT.
 */
export interface Answer {
  questionId: string;
  scale?: number;
  optionIds?: string[];
  text?: string;
  cannotTell?: true;
}
