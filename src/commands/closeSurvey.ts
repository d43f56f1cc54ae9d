import { raw } from '@mikro-orm/core';
import { z } from 'zod';
import type { Context, Viewer } from '../context.js';
import type { Survey } from '../entities/Survey.js';
import { foldIntoNorms } from '../queue/jobs.js';
import { assertOldEnough } from './assertOldEnough.js';
import { changeOwnSurvey } from './changeOwnSurvey.js';
import { parseInput } from './parseInput.js';

const input = z.object({ surveyId: z.string(), normConsent: z.boolean().nullish() });

/**
 * Closes a survey of the viewer. Doing it twice is the same as once. With the owner's consent, given here or when the survey
 * was created, its figures flow into the norms of its language, by a job.
 * @throws AppError NOT_FOUND; FORBIDDEN for the consent of whoever is too young
 */
export async function closeSurvey(ctx: Context, viewer: Viewer, raw_: unknown): Promise<Survey> {
  const { surveyId, normConsent } = parseInput(input, raw_);
  if (normConsent === true) await assertOldEnough(ctx, viewer);
  const consent = normConsent === null || normConsent === undefined ? {} : { normConsent };
  const change = { status: 'CLOSED' as const, ...consent, revision: raw('revision + 1') };
  return changeOwnSurvey(ctx, viewer, surveyId, change, async (em, survey) => {
    if (survey.normConsent) await ctx.queue.send(em, foldIntoNorms, { surveyId });
  });
}
