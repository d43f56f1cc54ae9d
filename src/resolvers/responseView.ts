import type { Loaded } from '@mikro-orm/core';
import type { Response } from '../entities/Response.js';
import type { Answer } from '../mirror/answers.js';
import { renderQuestionnaire } from '../mirror/questionnaire/renderQuestionnaire.js';
import type { AnswerType, ResponseType } from '../schema/ResponseType.js';

/** An answer, as the respondent gave it. */
export const answerView = (answer: Answer): AnswerType => ({
  questionId: answer.questionId,
  scale: answer.scale ?? null,
  optionIds: answer.optionIds ?? null,
  text: answer.text ?? null,
  cannotTell: answer.cannotTell ?? false,
});

/** A response with its answers and the questions they belong to. Reveals no other questions of the survey. */
export function responseView(response: Loaded<Response, 'survey'>): ResponseType {
  const { questionnaire, locale, ownerName } = response.survey.$;
  const answered = new Set(response.answers.map(({ questionId }) => questionId));
  return {
    submittedOn: response.submittedOn,
    answers: response.answers.map(answerView),
    questions: renderQuestionnaire(questionnaire, locale, ownerName).filter(({ id }) => answered.has(id)),
    locale,
    relation: response.relation,
    closeness: response.closeness,
  };
}
