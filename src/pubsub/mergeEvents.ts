import type { ReplyGrewEvent, RowChangedEvent, Topic, Topics } from './pubsub.js';

/**
 * Maximum length of text held for a subscriber. One that is further behind reads the rest from the database.
 */
const MOST_WAITING = 16_384;

/** Keeps the newer event. Events of different commits may arrive out of order. */
const newest = (held: RowChangedEvent, next: RowChangedEvent): RowChangedEvent =>
  held.revision <= next.revision ? next : held;

/** Joins adjacent pieces. Otherwise keeps the later one, and the subscriber notices the gap. */
function joined(held: ReplyGrewEvent, next: ReplyGrewEvent): ReplyGrewEvent {
  const heldEnd = held.start + held.text.length;
  if (next.start !== heldEnd) return next.start < heldEnd && next.status === 'STREAMING' ? held : next;
  if (held.text.length + next.text.length > MOST_WAITING) return next;
  return { ...next, start: held.start, text: held.text + next.text };
}

/** Merges an event that was not taken with the next one, so that a slow subscriber holds one event. */
export const mergeEvents: { [T in Topic]: (held: Topics[T], next: Topics[T]) => Topics[T] } = {
  surveyProgressed: newest,
  personaChanged: newest,
  sessionRevoked: newest,
  dataExportChanged: newest,
  conversationChanged: newest,
  inboxChanged: newest,
  replyStopped: newest,
  replyGrew: joined,
};
