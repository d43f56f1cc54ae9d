import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Context, Viewer } from '../context.js';
import { Comparison } from '../entities/Comparison.js';
import { lockPersona } from '../entities/lockPersona.js';
import { AppError } from '../errors.js';
import { assertOldEnough } from './assertOldEnough.js';
import { deletedMeanwhile } from './deletedMeanwhile.js';
import { type ComparisonOfTwo, ownComparison } from './ownComparison.js';
import { parseInput } from './parseInput.js';
import { randomSlug } from './randomSlug.js';
import { readyPersona } from './readyPersona.js';

/** Open invitations count: each is a place that somebody may take at any time. */
export const MOST_OF_ONE_PERSONA = 50;

const input = z.object({ personaId: z.string() });

/**
 * Opens an invitation to compare with a persona of the viewer. While it is open it is answered again: a double click is one.
 * @throws AppError NOT_FOUND, PERSONA_NOT_READY; FORBIDDEN for a practice persona or whoever is too young; BAD_USER_INPUT for one that has too many
 */
export async function inviteToCompare(ctx: Context, viewer: Viewer, raw: unknown): Promise<ComparisonOfTwo> {
  const { personaId } = parseInput(input, raw);
  await assertOldEnough(ctx, viewer);
  const { id: inviter, survey } = await readyPersona(ctx, viewer, personaId);
  if (survey === null)
    throw new AppError('FORBIDDEN', 'A practice persona is nobody’s view of you: it is not compared.');
  const id = await ctx.em
    .fork()
    .transactional(async (em) => {
      // Two clicks at once meet here, and the second finds the first one's invitation.
      await lockPersona(em, inviter);
      const open = await em.findOne(Comparison, { inviter, accepter: null });
      if (open !== null) return open.id;
      const count = await em.count(Comparison, { $or: [{ inviter }, { accepter: inviter }] });
      if (count >= MOST_OF_ONE_PERSONA)
        throw new AppError('BAD_USER_INPUT', 'personaId: it has as many comparisons as a persona can', {
          field: 'personaId',
        });
      const made = { id: randomUUID(), inviter, accepter: null, code: randomSlug(), createdAt: new Date() };
      await em.insert(Comparison, made);
      return made.id;
    })
    .catch(deletedMeanwhile);
  return ownComparison(ctx, viewer, id);
}
