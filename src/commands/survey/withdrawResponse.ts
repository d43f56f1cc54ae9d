import type { EntityManager } from '@mikro-orm/postgresql';
import { z } from 'zod';
import { isOpaqueToken } from '../../access/identifiers.js';
import type { Context } from '../../context.js';
import { Message, unfinishedStatuses } from '../../entities/Message.js';
import { Response } from '../../entities/Response.js';
import { type EndedReply, endReply } from '../../entities/transitions/reply.js';
import { notFound } from '../../errors.js';
import { RESPONSE_THRESHOLD } from '../../measurement/anonymity.js';
import { parseInput } from '../input.js';
import { rollbackRelease } from './releases.js';

const input = z.object({ receipt: z.string() });

/**
 * Deletes a response by its receipt. If fewer responses than the threshold are left, the persona is
 * withdrawn: its text and illustration are deleted, and it waits for responses again. A version that is still
 * being made is made again without the response.
 * @throws AppError NOT_FOUND, also if the response was already withdrawn
 */
export async function withdrawResponse(ctx: Context, raw: unknown): Promise<void> {
  const { receipt } = parseInput(input, raw);
  if (!isOpaqueToken(receipt)) throw notFound();
  const { survey, personaChange, ended } = await ctx.em.transactional(async (em) => {
    const response = await em.findOne(Response, { receipt }, { fields: ['id', 'survey'] });
    if (response === null) throw notFound();
    // The survey is locked first, like in deleteSurvey. The reverse order could deadlock.
    const [updated] = await em.execute<{ id: string; response_count: number; revision: number }[]>(
      `update survey set response_count = response_count - 1, revision = revision + 1
       where id = ? and response_count > 0 returning id, response_count, revision`,
      [response.survey.id],
    );
    // The release is read after the survey is locked, because another commit may have released the response.
    const [deleted] = await em.execute<{ release: number | null }[]>(
      'delete from response where id = ? returning release',
      [response.id],
    );
    // Another call withdrew it in between. The count is rolled back with the transaction or was zero.
    if (updated === undefined || deleted === undefined) throw notFound();
    const remaining = updated.response_count;
    const personaChange = await rollbackRelease(em, ctx.queue, {
      surveyId: updated.id,
      remaining,
      release: deleted.release,
    });
    const isWithdrawn = personaChange !== null && remaining < RESPONSE_THRESHOLD;
    return {
      survey: updated,
      personaChange,
      ended: isWithdrawn ? await endConversationReply(em, personaChange.id) : null,
    };
  });
  ctx.pubsub.publish('surveyProgressed', { id: survey.id, revision: survey.revision });
  if (personaChange !== null) ctx.pubsub.publish('personaChanged', personaChange);
  if (ended === null) return;
  ctx.pubsub.publish('replyStopped', { id: ended.id, revision: 1 });
  ctx.pubsub.publish('replyGrew', { id: ended.id, start: ended.text.length, text: '', status: 'FAILED' });
  ctx.pubsub.publish('conversationChanged', ended.conversation);
}

/**
 * Ends a reply that is being written, because it is based on the withdrawn persona, and deletes the evidence
 * of replies: next to the next persona's evidence it would reveal the difference.
 */
async function endConversationReply(
  em: EntityManager,
  persona: string,
): Promise<(EndedReply & { id: string }) | null> {
  const conversation = { persona };
  // The conversation is locked before its messages. The reverse order could deadlock.
  await em.execute('select 1 from conversation where persona_id = ? for no key update', [persona]);
  await em.nativeUpdate(Message, { conversation }, { evidence: null });
  const writing = await em.findOne(Message, { conversation, status: { $in: [...unfinishedStatuses] } });
  if (writing === null) return null;
  const failure = { reason: 'The persona that this reply was based on was withdrawn.', retryable: true };
  const ended = await endReply(em, { id: writing.id, attempt: null, status: 'FAILED', failure });
  return ended && { ...ended, id: writing.id };
}
