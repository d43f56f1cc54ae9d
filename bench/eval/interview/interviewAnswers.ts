import { z } from 'zod';
import { type ScaleItemId, scaleItems } from '../../../src/measurement/questionnaire/items.js';

const answer = z.number().min(1).max(5);

/** The persona's answers to all twenty statements, 1 (very inaccurate) to 5 (very accurate), not reversed. */
export const interviewAnswers = z.object({
  answers: z.object(
    Object.fromEntries(scaleItems.map(({ id }) => [id, answer])) as Record<ScaleItemId, typeof answer>,
  ),
});

export type InterviewAnswers = z.infer<typeof interviewAnswers>['answers'];
