import type { Answer } from './answers.js';

/**
 * Serializes answers so that equal content gives equal strings, whatever the order of the answers and of the
 * keys in the store. The string is hashed to distinguish a retry from a different answer.
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
