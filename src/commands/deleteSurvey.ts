import { z } from 'zod';
import type { Context, Viewer } from '../context.js';
import { Message, unfinishedStatuses } from '../entities/Message.js';
import { Persona } from '../entities/Persona.js';
import { Survey } from '../entities/Survey.js';
import { notFound } from '../errors.js';

/**
 * Removes a survey of the viewer with its responses, persona, pictures and conversation. Jobs still queued for it find nothing to do.
 * @throws AppError NOT_FOUND
 */
export async function deleteSurvey(ctx: Context, viewer: Viewer, surveyId: string): Promise<void> {
  if (!z.uuid().safeParse(surveyId).success) throw notFound();
  const persona = await ctx.em.findOne(
    Persona,
    { survey: surveyId, owner: viewer.userId },
    { fields: ['id'] },
  );
  const beingWritten =
    persona === null
      ? []
      : await ctx.em.find(
          Message,
          { conversation: { persona: persona.id }, status: { $in: [...unfinishedStatuses] } },
          { fields: ['id'] },
        );
  const deleted = await ctx.em.nativeDelete(Survey, { id: surveyId, owner: viewer.userId });
  if (deleted === 0) throw notFound();
  // Watchers look once more, find the row gone, and end.
  ctx.pubsub.publish('surveyProgressed', { id: surveyId, revision: Number.MAX_SAFE_INTEGER });
  if (persona === null) return;
  ctx.pubsub.publish('personaChanged', { id: persona.id, revision: Number.MAX_SAFE_INTEGER });
  ctx.pubsub.publish('conversationChanged', { id: persona.id, revision: Number.MAX_SAFE_INTEGER });
  for (const { id } of beingWritten) {
    ctx.pubsub.publish('replyStopped', { id, revision: 1 });
    ctx.pubsub.publish('replyGrew', { id, start: Number.MAX_SAFE_INTEGER, text: '', status: 'STREAMING' });
  }
}
