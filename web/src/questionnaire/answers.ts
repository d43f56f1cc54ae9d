import type { AnswerInput } from '../api/generated/schema';
import type { Draft } from './drafts';
import type { Step } from './steps';

/** The answers in the format of the API. Skipped questions are left out, "I can't tell" is included. */
export function answerInputs(steps: readonly Step[], draft: Draft): AnswerInput[] {
  return steps.flatMap((step): AnswerInput[] => {
    const questionId = step.id;
    const answer = draft.given[questionId];
    if (answer === undefined || step.kind === 'RELATION' || step.kind === 'CLOSENESS') return [];
    if (answer.cannotTell) return [{ questionId, cannotTell: true }];
    if (answer.scale !== undefined) return [{ questionId, scale: answer.scale }];
    if (answer.optionIds?.length) return [{ questionId, optionIds: answer.optionIds }];
    const text = answer.text?.trim();
    return text ? [{ questionId, text }] : [];
  });
}

/** The fewest rated statements that the server accepts. With fewer, the measurement would not be reliable. */
export const MIN_RATED = 10;

const isStatement = (step: Step): boolean => step.kind === 'SCALE';

/** Whether a statement has a rating, and not "I can't tell". */
const isRated = (step: Step, draft: Draft): boolean => draft.given[step.id]?.scale !== undefined;

/** How many statements are rated, of how many. */
export function countRated(
  steps: readonly Step[],
  draft: Draft,
): { count: number; of: number; isEnough: boolean } {
  const statements = steps.filter(isStatement);
  const count = statements.filter((step) => isRated(step, draft)).length;
  return { count, of: statements.length, isEnough: count >= MIN_RATED };
}

/** Index of the next statement without a rating, from an index on; -1 if there is none. */
export const nextUnrated = (steps: readonly Step[], draft: Draft, from: number): number =>
  steps.findIndex((step, index) => index >= from && isStatement(step) && !isRated(step, draft));
