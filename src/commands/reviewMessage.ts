import { UpstreamError } from '../ai/ports.js';
import type { Context, Viewer } from '../context.js';
import { AppError } from '../errors.js';
import { findCrisis } from '../safety/findCrisis.js';

/** Nobody waits longer than this to hear whether a message may be sent. Milliseconds. */
const REVIEW_WITHIN_MS = 10_000;

/**
 * Judges a message before any model sees it. Words of crisis come first: they are answered with help lines, whatever else
 * somebody has asked for, and also when nobody is there to judge the rest.
 * @returns CRISIS for the help card, FINE for a reply
 * @throws AppError CONTENT_REJECTED; RATE_LIMITED; UPSTREAM_FAILED when it cannot be judged: it is refused, never waved through
 */
export async function reviewMessage(ctx: Context, viewer: Viewer, text: string): Promise<'FINE' | 'CRISIS'> {
  if (findCrisis(text)) {
    await ctx.limits.take('crisis', viewer.userId, ctx.address);
    return 'CRISIS';
  }
  await ctx.limits.take('chat', viewer.userId, ctx.address);
  const { flagged, categories } = await ctx.ai.moderator
    .review(text, AbortSignal.timeout(REVIEW_WITHIN_MS))
    .catch((error: unknown) => {
      if (error instanceof UpstreamError)
        throw new AppError(
          'UPSTREAM_FAILED',
          'Your message could not be checked just now. Send it again in a moment.',
          {
            retryAfter: error.retryAfter ?? 5,
            cause: error,
          },
        );
      throw error;
    });
  if (!flagged) return 'FINE';
  // A provider tells intent from talk about it better than a list; whoever is in need gets help, not a refusal.
  if (categories.some((category) => category.startsWith('self-harm'))) return 'CRISIS';
  throw new AppError(
    'CONTENT_REJECTED',
    'This message breaks the rules of conduct, so the mirror did not get it.',
  );
}
