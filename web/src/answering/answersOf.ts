import type { AnswerInput } from '../graphql/generated/schema';
import type { Draft } from './Draft';
import type { Step } from './steps';

/** The answers in the format of the API. Skipped questions are left out, "I can't tell" is included. */
export function answerInputs(steps: readonly Step[], draft: Draft): AnswerInput[] {
  return steps.flatMap((step): AnswerInput[] => {
    const questionId = step.id;
    const given = draft.given[questionId];
    if (given === undefined || step.kind === 'RELATION' || step.kind === 'CLOSENESS') return [];
    if (given.cannotTell) return [{ questionId, cannotTell: true }];
    if (given.scale !== undefined) return [{ questionId, scale: given.scale }];
    if (given.optionIds?.length) return [{ questionId, optionIds: given.optionIds }];
    const text = given.text?.trim();
    return text ? [{ questionId, text }] : [];
  });
}
