import type { Context, Viewer } from '../context.js';
import { AppError } from '../errors.js';
import { reviewMessage } from './reviewMessage.js';

/**
 * Judges what the mirror is to remember as a message is judged: it stands in every prompt.
 * @throws AppError CONTENT_REJECTED, also for words of crisis, which no model is to see; RATE_LIMITED; UPSTREAM_FAILED
 */
export async function reviewMemory(ctx: Context, viewer: Viewer, text: string): Promise<void> {
  if ((await reviewMessage(ctx, viewer, text)) === 'CRISIS')
    throw new AppError(
      'CONTENT_REJECTED',
      'The mirror cannot keep this. If it is about you, please say it in the chat: there are people who help.',
    );
}
