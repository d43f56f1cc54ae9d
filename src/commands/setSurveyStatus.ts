import { raw } from '@mikro-orm/core';
import type { Context, Viewer } from '../context.js';
import type { Survey, SurveyStatus } from '../entities/Survey.js';
import { changeOwnSurvey } from './changeOwnSurvey.js';

/**
 * Closes or reopens a survey of the viewer. Doing it twice is the same as once.
 * @throws AppError NOT_FOUND
 */
export const setSurveyStatus = (
  ctx: Context,
  viewer: Viewer,
  surveyId: string,
  status: SurveyStatus,
): Promise<Survey> => changeOwnSurvey(ctx, viewer, surveyId, { status, revision: raw('revision + 1') });
