import { UpstreamError } from '../../ai/ports.js';
import type { Viewer } from '../../auth/tokens.js';
import type { Context } from '../../context.js';
import { AppError } from '../../errors.js';
import { findCrisis } from '../../safety/findCrisis.js';

/** How long a sender waits at most for the verdict. */
const REVIEW_WITHIN_MS = 10_000;

/**
 * Moderates a message before a model sees it. A crisis is detected first and answered with the help card,
 * whatever else the message contains and even if the moderator is unavailable.
 * @returns CRISIS for the help card, FINE for a reply
 * @throws AppError CONTENT_REJECTED; RATE_LIMITED; UPSTREAM_FAILED if the moderator is unavailable: an
 *   unchecked message is rejected
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
          'Your message could not be checked. Send it again in a moment.',
          {
            retryAfter: error.retryAfter ?? 5,
            cause: error,
          },
        );
      throw error;
    });
  if (!flagged) return 'FINE';
  // A provider recognizes a crisis better than a list. A person in need gets help and not a rejection.
  if (categories.some((category) => category.startsWith('self-harm'))) return 'CRISIS';
  throw new AppError(
    'CONTENT_REJECTED',
    'This message breaks the rules of conduct and was not sent to the mirror.',
  );
}

/**
 * Moderates a text that the persona is to remember like a message, because every prompt contains it.
 * @throws AppError CONTENT_REJECTED, also for a crisis, which no model may see; RATE_LIMITED; UPSTREAM_FAILED
 */
export async function reviewMemory(ctx: Context, viewer: Viewer, text: string): Promise<void> {
  if ((await reviewMessage(ctx, viewer, text)) === 'CRISIS')
    throw new AppError(
      'CONTENT_REJECTED',
      'The mirror cannot keep this. If it is about you, please say it in the chat, which shows people who can help.',
    );
}
