import { assertUuid } from '../access/identifiers.js';
import { requireViewer } from '../access/viewer.js';
import type { Viewer } from '../auth/tokens.js';
import type { Context } from '../context.js';
import { AppError, notFound } from '../errors.js';
import { follow } from '../pubsub/follow.js';
import type { RowTopic } from '../pubsub/missedEvents.js';
import type { Pubsub } from '../pubsub/pubsub.js';
import { SharedStates } from '../pubsub/sharedStates.js';
import { Turns } from '../limits/turns.js';

/** Reads at once: half of the process's connections, so that requests do not wait behind subscriptions. */
const READS_AT_ONCE = 6;

/** What the subscriptions of one process share. A process has one pubsub. */
interface Shared {
  rows: Map<string, { states: SharedStates<never>; subscribers: number }>;
  turns: Turns;
}
const sharedBy = new WeakMap<Pubsub, Shared>();

/**
 * Follows a row for its owner. All subscriptions of the same owner to the same row share its reads.
 * @param read returns the current state, after those that must not be skipped
 * @throws AppError UNAUTHENTICATED; NOT_FOUND, also for someone else's row
 */
export async function followRow<T extends { revision: number }>(
  ctx: Context,
  topic: Exclude<RowTopic, 'sessionRevoked'>,
  rawId: string,
  read: (ctx: Context, viewer: Viewer, id: string) => Promise<T[]>,
): Promise<AsyncIterableIterator<T>> {
  const viewer = requireViewer(ctx);
  assertUuid(rawId);
  // As PostgreSQL writes it, and so the events.
  const id = rawId.toLowerCase();
  const feed = ctx.pubsub.subscribe(topic, id);
  try {
    const key = [topic, id, viewer.userId, ctx.origin].join(' ');
    const states = share(ctx.pubsub, key, feed.closed, () => read({ ...ctx, em: ctx.em.fork() }, viewer, id));
    await feed.ready;
    const current = (await states.fresh())?.at(-1);
    if (current === undefined) throw notFound();
    return follow(feed, current, states, ctx.log);
  } catch (error) {
    feed.close();
    throw error;
  }
}

/** The states that subscribers with this key share, made by the first and forgotten with the last. */
function share<T extends { revision: number }>(
  pubsub: Pubsub,
  key: string,
  over: Promise<void>,
  read: () => Promise<T[]>,
): SharedStates<T> {
  const shared: Shared = sharedBy.get(pubsub) ?? { rows: new Map(), turns: new Turns(READS_AT_ONCE) };
  sharedBy.set(pubsub, shared);
  const { rows, turns } = shared;
  const entry = (rows.get(key) as { states: SharedStates<T>; subscribers: number } | undefined) ?? {
    states: new SharedStates(() => turns.run(read).catch(nullWhenDeleted)),
    subscribers: 0,
  };
  rows.set(key, entry as { states: SharedStates<never>; subscribers: number });
  entry.subscribers += 1;
  void over.then(() => {
    entry.subscribers -= 1;
    if (entry.subscribers === 0) rows.delete(key);
  });
  return entry.states;
}

function nullWhenDeleted(error: unknown): null {
  if (error instanceof AppError && error.code === 'NOT_FOUND') return null;
  throw error;
}
