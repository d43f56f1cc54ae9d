import type { Logger } from 'pino';
import type { RedisAddress } from '../redis.js';
import { createLocalPubsub } from './localPubsub.js';
import { healMissedEvents } from './missedEvents.js';
import type { Pubsub } from './pubsub.js';
import { tracedPubsub } from './tracedPubsub.js';

/** How a process passes events on. */
interface PubsubOptions {
  /** Undefined: events stay inside this process. */
  redis: RedisAddress | undefined;
  /** Whether publishing an event has a span. */
  isTraced: boolean;
  /** Reads the current revisions of rows whose events may have been missed. */
  readRevisions: Parameters<typeof healMissedEvents>[1];
  log: Logger;
}

/** The events of this process or, over Redis, of all processes. */
export async function openPubsub({ redis, isTraced, readRevisions, log }: PubsubOptions): Promise<Pubsub> {
  const events = redis === undefined ? createLocalPubsub() : await openRedisPubsub(redis, log);
  return healMissedEvents(isTraced ? tracedPubsub(events) : events, readRevisions, log);
}

/** Loads the library only for a process that uses Redis. */
async function openRedisPubsub(address: RedisAddress, log: Logger): Promise<Pubsub> {
  const { createRedisPubsub } = await import('./redisPubsub.js');
  return createRedisPubsub(address, log);
}
