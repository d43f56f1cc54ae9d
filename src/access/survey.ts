import type { Viewer } from '../auth/tokens.js';
import type { Context } from '../context.js';
import { Survey } from '../entities/Survey.js';
import { notFound } from '../errors.js';
import { assertUuid } from './identifiers.js';

/**
 * Reads a survey of the viewer from the database, even if it is already loaded.
 * @throws AppError NOT_FOUND, also for a survey of someone else, because the query filters by owner
 */
export async function findOwnSurvey(ctx: Context, viewer: Viewer, id: string): Promise<Survey> {
  assertUuid(id);
  const survey = await ctx.em.findOne(Survey, { id, owner: viewer.userId }, { refresh: true });
  if (survey === null) throw notFound();
  return survey;
}

/** Those of the surveys that belong to the viewer, freshly read. @param ids ids of rows that were read before */
export const findOwnSurveys = (ctx: Context, viewer: Viewer, ids: readonly string[]): Promise<Survey[]> =>
  ctx.em.find(Survey, { id: { $in: [...ids] }, owner: viewer.userId }, { refresh: true });
