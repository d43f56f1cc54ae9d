import { z } from 'zod';
import type { Context, Viewer } from '../context.js';
import { Comparison } from '../entities/Comparison.js';
import { notFound } from '../errors.js';
import { findOwnComparison } from './ownComparison.js';
import { parseInput } from './parseInput.js';

const input = z.object({ comparisonId: z.string() });

/**
 * Deletes a comparison for both sides, or an open invitation, whose code becomes invalid at once.
 * @returns the deleted comparison's id
 * @throws AppError NOT_FOUND, also if the other owner deleted it first
 */
export async function endComparison(ctx: Context, viewer: Viewer, raw: unknown): Promise<string> {
  await ctx.limits.take('conversation', viewer.userId, ctx.address);
  const { id } = await findOwnComparison(ctx, viewer, parseInput(input, raw).comparisonId);
  if ((await ctx.em.nativeDelete(Comparison, { id })) === 0) throw notFound();
  return id;
}
