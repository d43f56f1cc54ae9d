import type { EntityManager } from '@mikro-orm/postgresql';
import { z } from 'zod';
import type { Context } from '../context.js';
import { type EndedReply, endReply } from '../entities/endReply.js';
import { Message, unfinishedStatuses } from '../entities/Message.js';
import { Response } from '../entities/Response.js';
import { RESPONSE_THRESHOLD } from '../entities/Survey.js';
import { notFound } from '../errors.js';
import { isOpaque } from './isOpaque.js';
import { parseInput } from './parseInput.js';
import { unreleaseAnswer } from './unreleaseAnswer.js';

const input = z.object({ receipt: z.string() });

/**
 * Removes a response for whoever holds its receipt. With fewer than the threshold left, the persona is withdrawn: its
 * text and picture are removed and it waits for answers again. One that is still being made is made anew without it.
 * @throws AppError NOT_FOUND, also when it was withdrawn before
 */
export async function withdrawResponse(ctx: Context, raw: unknown): Promise<void> {
  const { receipt } = parseInput(input, raw);
  if (!isOpaque(receipt)) throw notFound();
  const { survey, moved, ended } = await ctx.em.transactional(async (em) => {
    const response = await em.findOne(Response, { receipt }, { fields: ['id', 'survey'] });
    if (response === null) throw notFound();
    // The survey's row first, as deleteSurvey locks: two orders would be a deadlock.
    const [counted] = await em.execute<{ id: string; response_count: number; revision: number }[]>(
      `update survey set response_count = response_count - 1, revision = revision + 1
       where id = ? and response_count > 0 returning id, response_count, revision`,
      [response.survey.id],
    );
    // Its release is read only now that the survey is held: until then another answer's commit may have released it.
    const [gone] = await em.execute<{ release: number | null }[]>(
      'delete from response where id = ? returning release',
      [response.id],
    );
    // Withdrawn by another tab in between: the count goes back with the transaction, or was at nought.
    if (counted === undefined || gone === undefined) throw notFound();
    const remaining = counted.response_count;
    const moved = await unreleaseAnswer(em, ctx.queue, {
      surveyId: counted.id,
      remaining,
      release: gone.release,
    });
    const isWithdrawn = moved !== null && remaining < RESPONSE_THRESHOLD;
    return { survey: counted, moved, ended: isWithdrawn ? await silence(em, moved.id) : null };
  });
  ctx.pubsub.publish('surveyProgressed', { id: survey.id, revision: survey.revision });
  if (moved !== null) ctx.pubsub.publish('personaChanged', moved);
  if (ended === null) return;
  ctx.pubsub.publish('replyStopped', { id: ended.id, revision: 1 });
  ctx.pubsub.publish('replyGrew', { id: ended.id, start: ended.text.length, text: '', status: 'FAILED' });
  ctx.pubsub.publish('conversationChanged', ended.conversation);
}

/**
 * What the mirror says rests on what was taken back: a reply that is being written ends, and the evidence that replies
 * were explained with is gone, or it would stand beside the next persona's and tell the difference.
 */
async function silence(em: EntityManager, persona: string): Promise<(EndedReply & { id: string }) | null> {
  const conversation = { persona };
  // The conversation before its messages: two orders would be a deadlock.
  await em.execute('select 1 from conversation where persona_id = ? for no key update', [persona]);
  await em.nativeUpdate(Message, { conversation }, { evidence: null });
  const writing = await em.findOne(Message, { conversation, status: { $in: [...unfinishedStatuses] } });
  if (writing === null) return null;
  const failure = { reason: 'What it rested on was withdrawn.', retryable: true };
  const ended = await endReply(em, { id: writing.id, attempt: null, status: 'FAILED', failure });
  return ended && { ...ended, id: writing.id };
}
