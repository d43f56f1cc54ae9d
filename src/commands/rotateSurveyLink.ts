import { raw } from '@mikro-orm/core';
import type { Context, Viewer } from '../context.js';
import type { Survey } from '../entities/Survey.js';
import { assertOldEnough } from './assertOldEnough.js';
import { updateOwnSurvey } from './changeOwnSurvey.js';
import { randomSlug } from './randomSlug.js';

/**
 * Gives a survey of the viewer a new link. The old one becomes invalid at once.
 * @throws AppError NOT_FOUND; FORBIDDEN if the viewer is too young
 */
export async function rotateSurveyLink(ctx: Context, viewer: Viewer, surveyId: string): Promise<Survey> {
  await assertOldEnough(ctx, viewer);
  return updateOwnSurvey(ctx, viewer, surveyId, { slug: randomSlug(), revision: raw('revision + 1') });
}
