import type { Answer } from './answers.js';

/**
 * One string for one content: the same answers in another order, or read back from a store that reorders keys, give the
 * same string. What it is hashed for: telling a retry from another answer.
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
