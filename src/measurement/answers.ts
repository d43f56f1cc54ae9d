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

/**
 * Serializes answers so that equal content gives equal strings, whatever the order of the answers and of the
 * keys in the store. Distinguishes a retry from a different answer.
 */
export function canonicalAnswers(answers: readonly Answer[]): string {
  const rows = answers.map(({ questionId, scale, optionIds, text, cannotTell }) =>
    JSON.stringify([
      questionId,
      scale ?? null,
      optionIds?.toSorted() ?? null,
      text ?? null,
      cannotTell ?? false,
    ]),
  );
  return `[${rows.toSorted().join(',')}]`;
}

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
