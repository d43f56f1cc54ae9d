import type { Context } from '../../context.js';

/** The deleted rows. */
interface Deleted {
  surveys: { id: string }[];
  personas: { id: string }[];
  /** Replies that were still being written. */
  replies: { id: string }[];
}

/** Larger than any revision or offset. */
const LAST = Number.MAX_SAFE_INTEGER;

/**
 * Publishes events that make subscribers of deleted rows read again and end, and that stop the writers of
 * deleted replies.
 */
export function announceDeletion({ pubsub }: Context, { surveys, personas, replies }: Deleted): void {
  for (const { id } of surveys) pubsub.publish('surveyProgressed', { id, revision: LAST });
  for (const { id } of personas) {
    pubsub.publish('personaChanged', { id, revision: LAST });
    pubsub.publish('conversationChanged', { id, revision: LAST });
  }
  for (const { id } of replies) {
    pubsub.publish('replyStopped', { id, revision: 1 });
    pubsub.publish('replyGrew', { id, start: LAST, text: '', status: 'STREAMING' });
  }
}
