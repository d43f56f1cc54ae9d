import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Context, Viewer } from '../context.js';
import { Comparison } from '../entities/Comparison.js';
import { lockPersona } from '../entities/lockPersona.js';
import { AppError } from '../errors.js';
import { assertOldEnough } from './assertOldEnough.js';
import { foreignKeyToNotFound } from './deletedMeanwhile.js';
import { type LoadedComparison, findOwnComparison } from './ownComparison.js';
import { parseInput } from './parseInput.js';
import { randomSlug } from './randomSlug.js';
import { findReadyPersona } from './readyPersona.js';

/** Includes open invitations, because each may be accepted at any time. */
export const MAX_COMPARISONS_PER_PERSONA = 50;

const input = z.object({ personaId: z.string() });

/**
 * Creates an invitation to compare with a persona of the viewer, or returns its open one.
 * @throws AppError NOT_FOUND, PERSONA_NOT_READY; FORBIDDEN for a practice persona or if the viewer is too
 *   young; BAD_USER_INPUT if the persona has too many comparisons
 */
export async function inviteToCompare(ctx: Context, viewer: Viewer, raw: unknown): Promise<LoadedComparison> {
  const { personaId } = parseInput(input, raw);
  await assertOldEnough(ctx, viewer);
  const { id: inviter, survey } = await findReadyPersona(ctx, viewer, personaId);
  if (survey === null)
    throw new AppError(
      'FORBIDDEN',
      'A practice persona cannot be compared, because it shows no friend’s view.',
    );
  const id = await ctx.em
    .fork()
    .transactional(async (em) => {
      // Serializes concurrent calls, so that the second finds the first one's invitation.
      await lockPersona(em, inviter);
      const open = await em.findOne(Comparison, { inviter, accepter: null });
      if (open !== null) return open.id;
      const count = await em.count(Comparison, { $or: [{ inviter }, { accepter: inviter }] });
      if (count >= MAX_COMPARISONS_PER_PERSONA)
        throw new AppError('BAD_USER_INPUT', 'personaId: already has the maximum number of comparisons', {
          field: 'personaId',
        });
      const made = { id: randomUUID(), inviter, accepter: null, code: randomSlug(), createdAt: new Date() };
      await em.insert(Comparison, made);
      return made.id;
    })
    .catch(foreignKeyToNotFound);
  return findOwnComparison(ctx, viewer, id);
}
