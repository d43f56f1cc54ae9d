import type { Context, Viewer } from '../context.js';
import { AppError } from '../errors.js';
import { reviewMessage } from './reviewMessage.js';

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
