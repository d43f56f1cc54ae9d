import { z } from 'zod';
import type { Context, Viewer } from '../context.js';
import { Survey } from '../entities/Survey.js';
import { notFound } from '../errors.js';

/** A survey of the viewer, read afresh. @throws AppError NOT_FOUND, also for another's survey: the owner is part of the question */
export async function ownSurvey(ctx: Context, viewer: Viewer, id: string): Promise<Survey> {
  if (!z.uuid().safeParse(id).success) throw notFound();
  const survey = await ctx.em.findOne(Survey, { id, owner: viewer.userId }, { refresh: true });
  if (survey === null) throw notFound();
  return survey;
}
