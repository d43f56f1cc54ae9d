import type { Loaded } from '@mikro-orm/core';
import { z } from 'zod';
import type { Context, Viewer } from '../context.js';
import { Comparison } from '../entities/Comparison.js';
import { notFound } from '../errors.js';

/** The relations of a comparison: both personas and their compared versions. */
export const comparisonParts = ['inviter', 'accepter', 'inviterVersion', 'accepterVersion'] as const;
export type ComparisonOfTwo = Loaded<Comparison, (typeof comparisonParts)[number]>;

/**
 * A comparison of which the viewer owns either side, freshly read.
 * @throws AppError NOT_FOUND, also for a comparison of others
 */
export async function ownComparison(ctx: Context, viewer: Viewer, id: string): Promise<ComparisonOfTwo> {
  if (!z.uuid().safeParse(id).success) throw notFound();
  const owner = viewer.userId;
  const comparison = await ctx.em.findOne(
    Comparison,
    { id, $or: [{ inviter: { owner } }, { accepter: { owner } }] },
    { populate: comparisonParts, refresh: true },
  );
  if (comparison === null) throw notFound();
  return comparison;
}
