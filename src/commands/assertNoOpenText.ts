import { asksOpenQuestions } from '../entities/asksOpenQuestions.js';
import type { Consent } from '../entities/consent.js';
import { AppError } from '../errors.js';
import type { Answer } from '../mirror/answers.js';

/**
 * Rejects answers to open questions if the owner is a minor, because they are not asked then.
 * @param consent the owner's
 * @throws AppError BAD_USER_INPUT naming the question
 */
export function assertNoOpenText(consent: Consent | null, answers: Answer[]): void {
  const written = answers.find(({ text }) => text !== undefined);
  if (written !== undefined && !asksOpenQuestions(consent))
    throw new AppError('BAD_USER_INPUT', `answers: ${written.questionId} is not asked in this survey`, {
      field: 'answers',
    });
}
