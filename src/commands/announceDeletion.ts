import type { Context } from '../context.js';

/** Rows that were there, by their ids. */
interface Deleted {
  surveys: { id: string }[];
  personas: { id: string }[];
  /** Replies that were being written. */
  replies: { id: string }[];
}

/** Later than every revision. */
const LAST = Number.MAX_SAFE_INTEGER;

/** Has watchers of what was deleted look once more, find it gone, and end; and whoever writes a reply stop. */
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
