import type { Changed, Grown, Topic, Topics } from './topics.js';

/** As much of a reply as waits for a watcher; one further behind reads the rest from the database. */
const MOST_WAITING = 16_384;

/** Events of different commits may overtake each other: the newest news stays. */
const newest = (held: Changed, next: Changed): Changed => (held.revision <= next.revision ? next : held);

/** Pieces that follow each other become one; otherwise the later one stays, and its watcher sees the gap. */
function joined(held: Grown, next: Grown): Grown {
  const heldEnd = held.start + held.text.length;
  if (next.start !== heldEnd) return next.start < heldEnd && next.status === 'STREAMING' ? held : next;
  if (held.text.length + next.text.length > MOST_WAITING) return next;
  return { ...next, start: held.start, text: held.text + next.text };
}

/** What becomes of an event that nobody took before the next one came: a watcher that never reads costs one event. */
export const mergeEvents: { [T in Topic]: (held: Topics[T], next: Topics[T]) => Topics[T] } = {
  surveyProgressed: newest,
  personaChanged: newest,
  sessionRevoked: newest,
  conversationChanged: newest,
  replyStopped: newest,
  replyGrew: joined,
};
