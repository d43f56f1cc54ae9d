import { type EntityData, sql } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { z } from 'zod';
import { assertUuid, randomSlug } from '../../access/identifiers.js';
import { assertOldEnough } from '../../access/viewer.js';
import type { Viewer } from '../../auth/tokens.js';
import type { Context } from '../../context.js';
import { Message, unfinishedStatuses } from '../../entities/Message.js';
import { Persona } from '../../entities/Persona.js';
import { Survey } from '../../entities/Survey.js';
import { AppError, notFound } from '../../errors.js';
import { addSurveyToNorms } from '../../queue/jobs.js';
import { announceDeletion } from '../account/announceDeletion.js';
import { parseInput, userLine } from '../input.js';

const input = z.object({ surveyId: z.string(), normConsent: z.boolean().nullish() });
const renameInput = z.object({ surveyId: z.string(), displayName: userLine(60) });

/**
 * Closes a survey of the viewer. Idempotent. With the owner's consent, given here or when the survey was
 * created, a job adds its figures to the norms of its language.
 * @throws AppError NOT_FOUND; FORBIDDEN if the viewer consents but is too young
 */
export async function closeSurvey(ctx: Context, viewer: Viewer, raw: unknown): Promise<Survey> {
  const { surveyId, normConsent } = parseInput(input, raw);
  if (normConsent === true) await assertOldEnough(ctx, viewer);
  const consent = normConsent === null || normConsent === undefined ? {} : { normConsent };
  const change = { status: 'CLOSED' as const, ...consent, revision: sql`revision + 1` };
  return updateOwnSurvey(ctx, viewer, surveyId, change, async (em, survey) => {
    if (survey.normConsent) await ctx.queue.send(em, addSurveyToNorms, { surveyId });
  });
}

/**
 * Reopens a survey of the viewer. Idempotent.
 * @throws AppError NOT_FOUND; FORBIDDEN if the viewer is too young
 */
export async function reopenSurvey(ctx: Context, viewer: Viewer, surveyId: string): Promise<Survey> {
  await assertOldEnough(ctx, viewer);
  return updateOwnSurvey(ctx, viewer, surveyId, { status: 'OPEN', revision: sql`revision + 1` });
}

/**
 * Changes the name that friends see, while none of them has answered: answers and texts are about that name.
 * Idempotent.
 * @throws AppError NOT_FOUND, BAD_USER_INPUT; FORBIDDEN if the viewer is too young or a friend has answered
 */
export async function renameSurvey(ctx: Context, viewer: Viewer, raw: unknown): Promise<Survey> {
  const { surveyId, displayName } = parseInput(renameInput, raw);
  await assertOldEnough(ctx, viewer);
  const change = { ownerName: displayName, revision: sql`revision + 1` };
  // The first answer waits for the survey's row, which this change has locked, or has counted itself before.
  return updateOwnSurvey(ctx, viewer, surveyId, change, async (em, { responseCount }) => {
    if (responseCount > 0)
      throw new AppError('FORBIDDEN', 'Friends have answered, so the name cannot be changed.');
    await em.nativeUpdate(Persona, { survey: surveyId }, { name: displayName, revision: sql`revision + 1` });
  });
}

/**
 * Gives a survey of the viewer a new link. The old one becomes invalid at once.
 * @throws AppError NOT_FOUND; FORBIDDEN if the viewer is too young
 */
export async function rotateSurveyLink(ctx: Context, viewer: Viewer, surveyId: string): Promise<Survey> {
  await assertOldEnough(ctx, viewer);
  return updateOwnSurvey(ctx, viewer, surveyId, { slug: randomSlug(), revision: sql`revision + 1` });
}

/**
 * Deletes a survey of the viewer with its responses, persona, illustrations and conversation. Queued jobs
 * find nothing to do.
 * @throws AppError NOT_FOUND
 */
export async function deleteSurvey(ctx: Context, viewer: Viewer, surveyId: string): Promise<void> {
  assertUuid(surveyId);
  const fields = { fields: ['id'] } as const;
  const personas = await ctx.em.find(Persona, { survey: surveyId, owner: viewer.userId }, fields);
  const replies = await ctx.em.find(
    Message,
    {
      conversation: { persona: { $in: personas.map(({ id }) => id) } },
      status: { $in: [...unfinishedStatuses] },
    },
    fields,
  );
  const deleted = await ctx.em.nativeDelete(Survey, { id: surveyId, owner: viewer.userId });
  if (deleted === 0) throw notFound();
  announceDeletion(ctx, { surveys: [{ id: surveyId }], personas, replies });
}

/**
 * Changes a survey of the viewer and publishes the change.
 * @param also runs in the same transaction
 * @throws AppError NOT_FOUND, also for another owner's survey
 */
async function updateOwnSurvey(
  ctx: Context,
  viewer: Viewer,
  surveyId: string,
  change: EntityData<Survey>,
  also?: (em: EntityManager, survey: Survey) => Promise<void>,
): Promise<Survey> {
  assertUuid(surveyId);
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
