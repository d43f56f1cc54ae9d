import { raw } from '@mikro-orm/core';
import type { Context, Viewer } from '../context.js';
import type { Survey } from '../entities/Survey.js';
import { changeOwnSurvey } from './changeOwnSurvey.js';

/**
 * Reopens a survey of the viewer. Doing it twice is the same as once.
 * @throws AppError NOT_FOUND
 */
export const reopenSurvey = (ctx: Context, viewer: Viewer, surveyId: string): Promise<Survey> =>
  changeOwnSurvey(ctx, viewer, surveyId, { status: 'OPEN', revision: raw('revision + 1') });
