import { z } from 'zod';
import { findOwnComparison, type LoadedComparison } from '../../access/comparison.js';
import type { Viewer } from '../../auth/tokens.js';
import type { Context } from '../../context.js';
import { mayBePublic } from '../../entities/age.js';
import { Comparison } from '../../entities/Comparison.js';
import { User } from '../../entities/User.js';
import { AppError, notFound, unauthenticated } from '../../errors.js';
import { parseInput } from '../input.js';

const input = z.object({ comparisonId: z.string(), allowed: z.boolean() });

/**
 * Gives the viewer's consent to sharing a comparison's result as a picture, or takes it back, which takes effect
 * at once. Idempotent.
 * @throws AppError NOT_FOUND, RATE_LIMITED; FORBIDDEN for consent before both owners agreed to compare, or of an
 *   owner under 18
 */
export async function allowSharingComparison(
  ctx: Context,
  viewer: Viewer,
  raw: unknown,
): Promise<LoadedComparison> {
  await ctx.limits.take('conversation', viewer.userId, ctx.address);
  const { comparisonId, allowed } = parseInput(input, raw);
  const { id, inviter, accepter } = await findOwnComparison(ctx, viewer, comparisonId);
  if (allowed) {
    if (accepter === null) throw new AppError('FORBIDDEN', 'There is nothing to share before both agreed.');
    const ofViewer = { failHandler: unauthenticated, refresh: true };
    const { consent } = await ctx.em.findOneOrFail(User, viewer.userId, ofViewer);
    if (!mayBePublic(consent))
      throw new AppError('FORBIDDEN', 'You can share a comparison from the age of 18.');
  }
  const isInviter = inviter.$.owner.id === viewer.userId;
  const changed = isInviter ? { inviterSharing: allowed } : { accepterSharing: allowed };
  if ((await ctx.em.nativeUpdate(Comparison, { id }, changed)) === 0) throw notFound();
  return findOwnComparison(ctx, viewer, id);
}
