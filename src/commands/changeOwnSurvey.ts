import type { EntityData } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { z } from 'zod';
import type { Context, Viewer } from '../context.js';
import { Survey } from '../entities/Survey.js';
import { notFound } from '../errors.js';

/**
 * Changes a survey of the viewer and publishes the change.
 * @param also runs in the same transaction
 * @throws AppError NOT_FOUND, also for another owner's survey
 */
export async function updateOwnSurvey(
  ctx: Context,
  viewer: Viewer,
  surveyId: string,
  change: EntityData<Survey>,
  also?: (em: EntityManager, survey: Survey) => Promise<void>,
): Promise<Survey> {
  if (!z.uuid().safeParse(surveyId).success) throw notFound();
  const survey = await ctx.em.fork().transactional(async (em) => {
    const changed = await em.nativeUpdate(Survey, { id: surveyId, owner: viewer.userId }, change);
    if (changed === 0) throw notFound();
    const now = await em.findOneOrFail(Survey, surveyId);
    await also?.(em, now);
    return now;
  });
  ctx.pubsub.publish('surveyProgressed', { id: survey.id, revision: survey.revision });
  return survey;
}
