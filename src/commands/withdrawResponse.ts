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
import { type PersonaMoved, startSaga } from './startSaga.js';

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
       where id = ? returning id, response_count, revision`,
      [response.survey.id],
    );
    const deleted = await em.nativeDelete(Response, { id: response.id });
    // Withdrawn by another tab in between: the count goes back with the transaction.
    if (counted === undefined || deleted === 0) throw notFound();
    const moved = await unmake(em, ctx, counted.id, counted.response_count);
    return { survey: counted, moved, ended: moved === null ? null : await silence(em, moved.id) };
  });
  ctx.pubsub.publish('surveyProgressed', { id: survey.id, revision: survey.revision });
  if (moved !== null) ctx.pubsub.publish('personaChanged', moved);
  if (ended === null) return;
  ctx.pubsub.publish('replyStopped', { id: ended.id, revision: 1 });
  ctx.pubsub.publish('replyGrew', { id: ended.id, start: ended.text.length, text: '', status: 'FAILED' });
  ctx.pubsub.publish('conversationChanged', ended.conversation);
}

/** Takes back what was made, or is being made, with the response that is gone. */
async function unmake(
  em: EntityManager,
  ctx: Context,
  surveyId: string,
  remaining: number,
): Promise<PersonaMoved | null> {
  const enough = remaining >= RESPONSE_THRESHOLD;
  const [persona] = await em.execute<PersonaMoved[]>(
    `update persona set status = 'PENDING', generation = generation + 1, revision = revision + 1,
       evidence = null, text = null, provenance = null, illustration = null
     where survey_id = ? and status in (?) returning id, revision`,
    [
      surveyId,
      enough ? ['SYNTHESIZING', 'GENERATING_IMAGE'] : ['SYNTHESIZING', 'GENERATING_IMAGE', 'READY', 'FAILED'],
    ],
  );
  if (persona === undefined) return null;
  await em.execute('delete from image where persona_id = ?', [persona.id]);
  return enough ? startSaga(em, ctx.queue, surveyId) : persona;
}

/**
 * What the mirror says rests on what was taken back: a reply that is being written ends, and the evidence that replies
 * were explained with is gone, or it would stand beside the next persona's and tell the difference.
 */
async function silence(em: EntityManager, persona: string): Promise<(EndedReply & { id: string }) | null> {
  const conversation = { persona };
  await em.nativeUpdate(Message, { conversation }, { evidence: null });
  const writing = await em.findOne(Message, { conversation, status: { $in: [...unfinishedStatuses] } });
  if (writing === null) return null;
  const failure = { reason: 'What it rested on was withdrawn.', retryable: true };
  const ended = await endReply(em, { id: writing.id, attempt: null, status: 'FAILED', failure });
  return ended && { ...ended, id: writing.id };
}
