import type { Survey } from '../entities/Survey.js';
import { renderQuestionnaire } from '../mirror/questionnaire/renderQuestionnaire.js';
import type { PublicSurveyType } from '../schema/PublicSurveyType.js';

/** A survey as friends read it: nothing in it tells one reader from another. */
export const publicSurveyView = (survey: Survey): PublicSurveyType => ({
  slug: survey.slug,
  ownerName: survey.ownerName,
  locale: survey.locale,
  status: survey.status,
  questions: renderQuestionnaire(survey.questionnaire, survey.locale, survey.ownerName),
});
