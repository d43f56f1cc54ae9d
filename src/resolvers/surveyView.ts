import { RESPONSE_THRESHOLD, type Survey } from '../entities/Survey.js';
import { answersUntilRelease } from '../mirror/release/answersUntilRelease.js';
import type { SurveyType } from '../schema/SurveyType.js';

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
  nextRelease: survey.responseCount + answersUntilRelease(survey.releases, survey.unreleased),
  normConsent: survey.normConsent,
  createdOn: survey.createdAt.toISOString().slice(0, 10),
  revision: survey.revision,
});
