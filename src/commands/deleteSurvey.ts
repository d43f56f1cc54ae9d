import { z } from 'zod';
import type { Context, Viewer } from '../context.js';
import { Message, unfinishedStatuses } from '../entities/Message.js';
import { Persona } from '../entities/Persona.js';
import { Survey } from '../entities/Survey.js';
import { notFound } from '../errors.js';
import { announceDeletion } from './announceDeletion.js';

/**
 * Deletes a survey of the viewer with its responses, persona, illustrations and conversation. Queued jobs
 * find nothing to do.
 * @throws AppError NOT_FOUND
 */
export async function deleteSurvey(ctx: Context, viewer: Viewer, surveyId: string): Promise<void> {
  if (!z.uuid().safeParse(surveyId).success) throw notFound();
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
