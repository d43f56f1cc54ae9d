import { z } from 'zod';
import { AppError } from '../errors.js';
import type { Answer } from '../mirror/answers.js';
import { parseAnswers } from '../mirror/parseAnswers.js';

const answer = z.object({
  questionId: z.string(),
  scale: z.number().nullish(),
  optionIds: z.array(z.string()).nullish(),
  text: z.string().nullish(),
  cannotTell: z.boolean().nullish(),
});

/** Answers as a client sends them, not yet checked against a questionnaire. */
export const answersInput = z.array(answer).max(50, { error: 'has too many answers' });

/**
 * Validates answers against a questionnaire and returns them in its order.
 * @throws AppError BAD_USER_INPUT naming the offending field
 */
export function checkAnswers(questionnaire: string, answers: z.infer<typeof answersInput>): Answer[] {
  const parsed = parseAnswers(questionnaire, answers);
  if ('answers' in parsed) return parsed.answers;
  const [first] = parsed.problems;
  throw new AppError('BAD_USER_INPUT', first?.message ?? 'The answers are invalid.', { field: first?.path });
}
