import type { Loaded } from '@mikro-orm/core';
import type { Viewer } from '../auth/tokens.js';
import type { Context } from '../context.js';
import { Comparison } from '../entities/Comparison.js';
import { notFound } from '../errors.js';
import { assertUuid } from './identifiers.js';

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
