import { raw } from '@mikro-orm/core';
import type { Context, Viewer } from '../context.js';
import type { Survey } from '../entities/Survey.js';
import { assertOldEnough } from './assertOldEnough.js';
import { updateOwnSurvey } from './changeOwnSurvey.js';

/**
 * Reopens a survey of the viewer. Idempotent.
 * @throws AppError NOT_FOUND; FORBIDDEN if the viewer is too young
 */
export async function reopenSurvey(ctx: Context, viewer: Viewer, surveyId: string): Promise<Survey> {
  await assertOldEnough(ctx, viewer);
  return updateOwnSurvey(ctx, viewer, surveyId, { status: 'OPEN', revision: raw('revision + 1') });
}
