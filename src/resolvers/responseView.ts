import type { Response } from '../entities/Response.js';
import type { ResponseType } from '../schema/ResponseType.js';

/** A respondent's own answers, as given. */
export const responseView = (response: Response): ResponseType => ({
  submittedOn: response.submittedOn,
  answers: response.answers.map((answer) => ({
    questionId: answer.questionId,
    scale: answer.scale ?? null,
    optionIds: answer.optionIds ?? null,
    text: answer.text ?? null,
    cannotTell: answer.cannotTell ?? false,
  })),
});
