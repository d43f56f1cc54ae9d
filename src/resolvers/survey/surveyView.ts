import type { Loaded } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { dayOf } from '../../entities/day.js';
import { type Response, responseAnswers } from '../../entities/Response.js';
import type { Survey } from '../../entities/Survey.js';
import { RESPONSE_THRESHOLD } from '../../measurement/anonymity.js';
import type { Answer } from '../../measurement/answers.js';
import { renderQuestionnaire } from '../../measurement/questionnaire/renderQuestionnaire.js';
import { answersUntilRelease } from '../../measurement/release/schedule.js';
import type { AnswerType, ResponseType, SurveyType } from '../../schema/survey/types.js';

/** A survey, as its owner sees it. @param origin public origin of the app, without a trailing slash */
export const surveyView = (survey: Survey, origin: string): SurveyType => ({
  id: survey.id,
  slug: survey.slug,
  url: `${origin}/s/${survey.slug}`,
  title: survey.title,
  ownerName: survey.ownerName,
  locale: survey.locale,
  status: survey.status,
  responseCount: survey.responseCount,
  threshold: RESPONSE_THRESHOLD,
  nextRelease: survey.responseCount + answersUntilRelease(survey),
  normConsent: survey.normConsent,
  createdOn: dayOf(survey.createdAt),
  revision: survey.revision,
});

/** A response with its answers and the questions they belong to. Reveals no other questions of the survey. */
export function responseView(em: EntityManager, response: Loaded<Response, 'survey'>): ResponseType {
  const { questionnaire, locale, ownerName } = response.survey.$;
  const answers = responseAnswers.open(em, response.id, response.answers);
  const answered = new Set(answers.map(({ questionId }) => questionId));
  return {
    submittedOn: response.submittedOn,
    answers: answers.map(answerView),
    questions: renderQuestionnaire(questionnaire, locale, ownerName).filter(({ id }) => answered.has(id)),
    locale,
    relation: response.relation,
    closeness: response.closeness,
  };
}

/** An answer, as the respondent gave it. */
export const answerView = (answer: Answer): AnswerType => ({
  questionId: answer.questionId,
  scale: answer.scale ?? null,
  optionIds: answer.optionIds ?? null,
  text: answer.text ?? null,
  cannotTell: answer.cannotTell ?? false,
});
