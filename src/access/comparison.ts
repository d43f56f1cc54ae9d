import type { Loaded } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Viewer } from '../auth/tokens.js';
import type { Context } from '../context.js';
import { ageStatus } from '../entities/age.js';
import { Comparison } from '../entities/Comparison.js';
import { notFound } from '../errors.js';
import { assertUuid, isOpaqueToken } from './identifiers.js';

/** The relations of a comparison: both personas and their compared versions. */
export const comparisonRelations = ['inviter', 'accepter', 'inviterVersion', 'accepterVersion'] as const;
export type LoadedComparison = Loaded<Comparison, (typeof comparisonRelations)[number]>;

/**
 * A comparison of which the viewer owns either side, freshly read.
 * @throws AppError NOT_FOUND, also for a comparison of others
 */
export async function findOwnComparison(ctx: Context, viewer: Viewer, id: string): Promise<LoadedComparison> {
  assertUuid(id);
  const owner = viewer.userId;
  const comparison = await ctx.em.findOne(
    Comparison,
    { id, $or: [{ inviter: { owner } }, { accepter: { owner } }] },
    { populate: comparisonRelations, refresh: true },
  );
  if (comparison === null) throw notFound();
  return comparison;
}

/**
 * The invitation with this code, which anyone with its link may see.
 * @returns null if it was accepted or taken back, or if its inviter is too young or
 *   has no mirror any more
 */
export async function findOpenInvitation(
  em: EntityManager,
  code: string,
): Promise<Loaded<Comparison, 'inviter.owner'> | null> {
  if (!isOpaqueToken(code)) return null;
  const invitation = await em.findOne(
    Comparison,
    { code, accepter: null, inviter: { status: 'READY' } },
    { populate: ['inviter.owner'], refresh: true },
  );
  return invitation !== null && ageStatus(invitation.inviter.$.owner.$.consent) !== 'TOO_YOUNG'
    ? invitation
    : null;
}
