import type { EntityData } from '@mikro-orm/core';
import { z } from 'zod';
import type { Context, Viewer } from '../context.js';
import { Survey } from '../entities/Survey.js';
import { notFound } from '../errors.js';

/** Changes a survey where it is the viewer's, and tells its watchers. @throws AppError NOT_FOUND, also for another's survey */
export async function changeOwnSurvey(
  ctx: Context,
  viewer: Viewer,
  surveyId: string,
  change: EntityData<Survey>,
): Promise<Survey> {
  if (!z.uuid().safeParse(surveyId).success) throw notFound();
  const changed = await ctx.em.nativeUpdate(Survey, { id: surveyId, owner: viewer.userId }, change);
  if (changed === 0) throw notFound();
  const survey = await ctx.em.findOneOrFail(Survey, surveyId, { refresh: true });
  ctx.pubsub.publish('surveyProgressed', { id: survey.id, revision: survey.revision });
  return survey;
}
