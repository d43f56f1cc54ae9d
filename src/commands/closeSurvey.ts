import { raw } from '@mikro-orm/core';
import { z } from 'zod';
import type { Context, Viewer } from '../context.js';
import type { Survey } from '../entities/Survey.js';
import { addSurveyToNorms } from '../queue/jobs.js';
import { assertOldEnough } from './assertOldEnough.js';
import { updateOwnSurvey } from './changeOwnSurvey.js';
import { parseInput } from './parseInput.js';

const input = z.object({ surveyId: z.string(), normConsent: z.boolean().nullish() });

/**
 * Closes a survey of the viewer. Idempotent. With the owner's consent, given here or when the survey was
 * created, a job adds its figures to the norms of its language.
 * @throws AppError NOT_FOUND; FORBIDDEN if the viewer consents but is too young
 */
export async function closeSurvey(ctx: Context, viewer: Viewer, raw_: unknown): Promise<Survey> {
  const { surveyId, normConsent } = parseInput(input, raw_);
  if (normConsent === true) await assertOldEnough(ctx, viewer);
  const consent = normConsent === null || normConsent === undefined ? {} : { normConsent };
  const change = { status: 'CLOSED' as const, ...consent, revision: raw('revision + 1') };
  return updateOwnSurvey(ctx, viewer, surveyId, change, async (em, survey) => {
    if (survey.normConsent) await ctx.queue.send(em, addSurveyToNorms, { surveyId });
  });
}
