import { randomUUID } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import { z } from 'zod';
import { findOwnComparison, type LoadedComparison } from '../../access/comparison.js';
import { isOpaqueToken, randomSlug } from '../../access/identifiers.js';
import { findReadyPersona } from '../../access/persona.js';
import { assertOldEnough } from '../../access/viewer.js';
import type { Viewer } from '../../auth/tokens.js';
import type { Context } from '../../context.js';
import { ageStatus } from '../../entities/age.js';
import { Comparison } from '../../entities/Comparison.js';
import { lockPersona } from '../../entities/transitions/personaVersion.js';
import { AppError, notFound } from '../../errors.js';
import { type InboxChange, notifyOwner } from '../../notifications/notifyOwner.js';
import type { Queue } from '../../queue/jobs.js';
import { foreignKeyToNotFound } from '../../sqlErrors.js';
import { parseInput } from '../input.js';

/** Includes open invitations, because each may be accepted at any time. */
const MAX_COMPARISONS_PER_PERSONA = 50;

const inviteInput = z.object({ personaId: z.string() });

/**
 * Creates an invitation to compare with a persona of the viewer, or returns its open one.
 * @throws AppError NOT_FOUND, PERSONA_NOT_READY; FORBIDDEN for a practice persona or if the viewer is too
 *   young; BAD_USER_INPUT if the persona has too many comparisons
 */
export async function inviteToCompare(ctx: Context, viewer: Viewer, raw: unknown): Promise<LoadedComparison> {
  const { personaId } = parseInput(inviteInput, raw);
  await assertOldEnough(ctx, viewer);
  const inviter = await findComparablePersona(ctx, viewer, personaId);
  const id = await ctx.em
    .fork()
    .transactional(async (em) => {
      // Serializes concurrent calls, so that the second finds the first one's invitation.
      await lockPersona(em, inviter);
      const open = await em.findOne(Comparison, { inviter, accepter: null });
      if (open !== null) return open.id;
      await assertRoomForComparison(em, inviter);
      const made = { id: randomUUID(), inviter, accepter: null, code: randomSlug(), createdAt: new Date() };
      await em.insert(Comparison, made);
      return made.id;
    })
    .catch(foreignKeyToNotFound);
  return findOwnComparison(ctx, viewer, id);
}

const acceptInput = z.object({ code: z.string(), personaId: z.string() });

/**
 * Accepts an invitation to compare with a persona of the viewer. The comparison uses the versions shown at
 * this time, and its inviter is notified. Idempotent for the same persona. If the two personas are already compared, returns that
 * comparison and leaves the code unused.
 * @throws AppError NOT_FOUND, also if the code is unknown or used, or if the inviter is too young or their
 *   persona is not READY; PERSONA_NOT_READY; FORBIDDEN for a practice persona, for the viewer's own code or
 *   if the viewer is too young; BAD_USER_INPUT if the persona has too many comparisons; RATE_LIMITED
 */
export async function acceptComparison(
  ctx: Context,
  viewer: Viewer,
  raw: unknown,
): Promise<LoadedComparison> {
  await ctx.limits.take('conversation', viewer.userId, ctx.address);
  const { code, personaId } = parseInput(acceptInput, raw);
  await assertOldEnough(ctx, viewer);
  const accepter = await findComparablePersona(ctx, viewer, personaId);
  if (!isOpaqueToken(code)) throw notFound();
  const { id, inbox } = await ctx.em
    .fork()
    .transactional(async (em) => {
      const invitation = await em.findOne(Comparison, { code }, { populate: ['inviter.owner'] });
      if (invitation === null) throw notFound();
      const inviter = invitation.inviter.$;
      if (inviter.owner.id === viewer.userId)
        throw new AppError('FORBIDDEN', 'This is your own code. Share it with someone else.');
      if (ageStatus(inviter.owner.$.consent) === 'TOO_YOUNG') throw notFound();
      if (invitation.accepter !== null && invitation.accepter.id !== accepter) throw notFound();
      return join(em, ctx.queue, { code, inviter: inviter.id, accepter });
    })
    .catch(foreignKeyToNotFound);
  if (inbox !== null) ctx.pubsub.publish('inboxChanged', inbox);
  return findOwnComparison(ctx, viewer, id);
}

/** @returns the id of the only comparison of the two personas, and the inviter's inbox if it gets a notification */
async function join(
  em: EntityManager,
  queue: Queue,
  { code, inviter, accepter }: Record<'code' | 'inviter' | 'accepter', string>,
): Promise<{ id: string; inbox: InboxChange | null }> {
  // Locks both personas in the order of their ids. Otherwise two people who accept each other's codes at once
  // could deadlock, and without the locks they would create two comparisons.
  await em.execute('select 1 from persona where id in (?, ?) order by id for no key update', [
    inviter,
    accepter,
  ]);
  const earlier = await em.findOne(Comparison, {
    $or: [
      { inviter, accepter },
      { inviter: accepter, accepter: inviter },
    ],
  });
  if (earlier !== null) return { id: earlier.id, inbox: null };
  await assertRoomForComparison(em, accepter);
  // Only the first of two people who accept at once succeeds.
  const [joined] = await em.execute<{ id: string }[]>(
    `update comparison set accepter_id = :accepter, inviter_version_id = theirs.id, accepter_version_id = own.id
     from persona_version theirs, persona inviter, persona_version own, persona accepter
     where inviter.id = :inviter and inviter.status = 'READY'
         and theirs.persona_id = inviter.id and theirs.number = inviter.shown
       and accepter.id = :accepter and own.persona_id = accepter.id and own.number = accepter.shown
       and code = :code and comparison.accepter_id is null returning comparison.id`,
    { code, inviter, accepter },
  );
  if (joined === undefined) throw notFound();
  const occasion = { personaId: inviter, comparisonId: joined.id, cause: `comparison ${joined.id}` };
  return { id: joined.id, inbox: await notifyOwner(em, queue, { kind: 'COMPARISON_ACCEPTED', ...occasion }) };
}

/**
 * @returns the id of a persona of the viewer that is READY and made from friends' answers
 * @throws AppError NOT_FOUND, PERSONA_NOT_READY; FORBIDDEN for a practice persona
 */
async function findComparablePersona(ctx: Context, viewer: Viewer, personaId: string): Promise<string> {
  const { id, survey } = await findReadyPersona(ctx, viewer, personaId);
  if (survey === null)
    throw new AppError(
      'FORBIDDEN',
      'A practice persona cannot be compared, because it shows no friend’s view.',
    );
  return id;
}

/** @throws AppError BAD_USER_INPUT if the persona has too many comparisons */
async function assertRoomForComparison(em: EntityManager, personaId: string): Promise<void> {
  const count = await em.count(Comparison, { $or: [{ inviter: personaId }, { accepter: personaId }] });
  if (count >= MAX_COMPARISONS_PER_PERSONA)
    throw new AppError('BAD_USER_INPUT', 'personaId: already has the maximum number of comparisons', {
      field: 'personaId',
    });
}

const endInput = z.object({ comparisonId: z.string() });

/**
 * Deletes a comparison for both sides, or an open invitation, whose code becomes invalid at once.
 * @returns the deleted comparison's id
 * @throws AppError NOT_FOUND, also if the other owner deleted it first
 */
export async function endComparison(ctx: Context, viewer: Viewer, raw: unknown): Promise<string> {
  await ctx.limits.take('conversation', viewer.userId, ctx.address);
  const { id } = await findOwnComparison(ctx, viewer, parseInput(endInput, raw).comparisonId);
  if ((await ctx.em.nativeDelete(Comparison, { id })) === 0) throw notFound();
  return id;
}
