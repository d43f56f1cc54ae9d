import type { Loaded } from '@mikro-orm/core';
import { asksOpenQuestions } from '../entities/asksOpenQuestions.js';
import type { Survey } from '../entities/Survey.js';
import { renderQuestionnaire } from '../mirror/questionnaire/renderQuestionnaire.js';
import type { PublicSurveyType } from '../schema/PublicSurveyType.js';

/** A survey as friends see it, identical for every caller. No open questions if the owner is a minor. */
export function publicSurveyView(survey: Loaded<Survey, 'owner'>): PublicSurveyType {
  const { slug, ownerName, locale, status, questionnaire } = survey;
  const hasOpenQuestions = asksOpenQuestions(survey.owner.$.consent);
  const questions = renderQuestionnaire(questionnaire, locale, ownerName);
  return {
    slug,
    ownerName,
    locale,
    status,
    questions: questions.filter(({ kind }) => kind !== 'TEXT' || hasOpenQuestions),
  };
}
