import { RedisPubSub } from 'graphql-redis-subscriptions';
import { Redis } from 'ioredis';
import type { Logger } from 'pino';
import { mergeEvents } from './mergeEvents.js';
import { PublishFailures } from './publishFailures.js';
import { channelOf, Feed, type Pubsub, type Topic, type Topics } from './pubsub.js';

/** How long a snapshot waits for Redis to confirm a subscription, before it relies on the re-read alone. */
const CONFIRM_WITHIN_MS = 1_000;
/** A connection whose command has no answer for so long is replaced: bytes may be lost without a word. */
const ANSWER_WITHIN_MS = 4_000;

/** The readiness check uses it, because a user of Redis may lack the right to our channels. */
const CHECK_CHANNEL = channelOf('check', 0);

/**
 * A subscriber connection whose failed commands do not become unhandled rejections, which would end the
 * process, because RedisPubSub does not handle them. Failures are emitted as errors, and subscribers fall
 * back to their periodic re-read.
 */
class Subscriber extends Redis {
  override subscribe(...args: unknown[]): Promise<unknown> {
    // ioredis passes no callback when it subscribes again on a new connection.
    const confirm =
      typeof args.at(-1) === 'function' ? (args.pop() as (error: null, count: unknown) => void) : undefined;
    const done = super.subscribe(...(args as string[]));
    done.then(
      (count) => confirm?.(null, count),
      (error: unknown) => this.emit('error', error),
    );
    return done;
  }
  override unsubscribe(...channels: unknown[]): Promise<unknown> {
    const done = super.unsubscribe(...(channels as string[]));
    done.catch((error: unknown) => this.emit('error', error));
    return done;
  }
  override punsubscribe(...patterns: unknown[]): Promise<unknown> {
    const done = super.punsubscribe(...(patterns as string[]));
    done.catch((error: unknown) => this.emit('error', error));
    return done;
  }
}

/**
 * Events between processes, over Redis. While Redis is unreachable, published events are dropped.
 * Subscriptions resume by themselves, and subscribers recover what they missed with a re-read.
 */
export function createRedisPubsub(redisUrl: string, log: Logger): Pubsub {
  const publisher = new Redis(redisUrl, {
    // While Redis is unreachable a publish must fail at once and not pile up.
    enableOfflineQueue: false,
    maxRetriesPerRequest: 1,
    commandTimeout: 2_000,
    socketTimeout: ANSWER_WITHIN_MS,
    // Many replies grow at once, so their events share a packet.
    enableAutoPipelining: true,
  });
  const subscriber = new Subscriber(redisUrl, {
    maxRetriesPerRequest: null,
    socketTimeout: ANSWER_WITHIN_MS,
  });
  for (const connection of [publisher, subscriber])
    connection.on('error', (error: Error) =>
      log.warn({ connection: 'pubsub', error: error.message }, 'redis unreachable'),
    );
  const engine = new RedisPubSub({ publisher, subscriber });
  const failures = new PublishFailures(log);
  const open = new Set<{ close(): void }>();

  return {
    publish(topic, event) {
      engine.publish(channelOf(topic, event.id), event).then(
        () => failures.succeeded(),
        (error: Error) => failures.failed(topic, error),
      );
    },
    subscribe<T extends Topic>(topic: T, id: unknown) {
      const subscription = engine.subscribe<Topics[T]>(channelOf(topic, id), (event) => feed.push(event));
      const ready = confirmed(subscription, () => feed.requestReread());
      const feed = new Feed<Topics[T]>(mergeEvents[topic], ready, () => {
        open.delete(feed);
        subscription
          .then((key) => engine.unsubscribe(key))
          .catch((error: Error) => log.warn({ topic, error: error.message }, 'event subscription failed'));
      });
      open.add(feed);
      return feed;
    },
    async check() {
      // A subscriber sends nothing else by which it would notice that its connection is dead.
      await Promise.all([publisher.publish(CHECK_CHANNEL, ''), subscriber.subscribe(CHECK_CHANNEL)]);
    },
    [Symbol.asyncDispose]() {
      for (const feed of open) feed.close();
      publisher.disconnect();
      subscriber.disconnect();
      return Promise.resolve();
    },
  };
}

/**
 * Settles when Redis confirms the subscription, or after a second without confirmation. Calls `onLate` on a
 * later confirmation, because events may have been missed in between.
 */
async function confirmed(subscription: Promise<unknown>, onLate: () => void): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<'late'>((resolve) => {
    timer = setTimeout(() => resolve('late'), CONFIRM_WITHIN_MS);
  });
  const outcome = await Promise.race([subscription.catch(() => 'late' as const), late]);
  clearTimeout(timer);
  // A failed subscription is logged when the feed closes. Until then the periodic re-read suffices.
  if (outcome === 'late') subscription.then(onLate, () => undefined);
}
