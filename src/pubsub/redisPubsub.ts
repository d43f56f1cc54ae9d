import { RedisPubSub } from 'graphql-redis-subscriptions';
import { Redis, type RedisOptions } from 'ioredis';
import type { Logger } from 'pino';
import { mergeEvents } from './mergeEvents.js';
import { PublishFailures } from './publishFailures.js';
import { openCluster, type RedisAddress } from '../redis.js';
import { channelOf, Feed, type Pubsub, type Topic, type Topics } from './pubsub.js';
import { ShardedChannels } from './shardedChannels.js';

/** How long a snapshot waits for Redis to confirm a subscription, before it relies on the re-read alone. */
const CONFIRM_WITHIN_MS = 1_000;
/** A connection whose command has no answer for so long is replaced: bytes may be lost without a word. */
const ANSWER_WITHIN_MS = 4_000;
/** Pause before a command is sent to a cluster again. */
const RETRY_AFTER_MS = 200;

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

/** The connections behind RedisPubSub. */
interface Transport {
  engine: RedisPubSub;
  check: () => Promise<unknown>;
  disconnect: () => void;
}

const commands: RedisOptions = {
  maxRetriesPerRequest: 1,
  commandTimeout: 2_000,
  socketTimeout: ANSWER_WITHIN_MS,
};

function connectToServer({ url }: RedisAddress, onError: (error: Error) => void): Transport {
  const publisher = new Redis(url, {
    ...commands,
    // While Redis is unreachable a publish must fail at once and not pile up.
    enableOfflineQueue: false,
    // Many replies grow at once, so their events share a packet.
    enableAutoPipelining: true,
  });
  const subscriber = new Subscriber(url, { maxRetriesPerRequest: null, socketTimeout: ANSWER_WITHIN_MS });
  for (const connection of [publisher, subscriber]) connection.on('error', onError);
  return {
    engine: new RedisPubSub({ publisher, subscriber }),
    // A subscriber sends nothing else by which it would notice that its connection is dead.
    check: () => Promise.all([publisher.publish(CHECK_CHANNEL, ''), subscriber.subscribe(CHECK_CHANNEL)]),
    disconnect() {
      publisher.disconnect();
      subscriber.disconnect();
    },
  };
}

function connectToCluster(address: RedisAddress, onError: (error: Error) => void): Transport {
  const cluster = openCluster(address, { ...commands, retryAfterMs: RETRY_AFTER_MS });
  cluster.on('error', onError);
  const channels = new ShardedChannels(cluster);
  // It has what RedisPubSub calls.
  const connection = channels as unknown as Redis;
  return {
    engine: new RedisPubSub({
      publisher: connection,
      subscriber: connection,
      messageEventName: 'smessage',
    }),
    check: () => channels.check(),
    disconnect: () => cluster.disconnect(),
  };
}

/**
 * Events between processes, over Redis. While Redis is unreachable, published events are dropped.
 * Subscriptions resume by themselves, and subscribers recover what they missed with a re-read.
 */
export function createRedisPubsub(address: RedisAddress, log: Logger): Pubsub {
  const onError = (error: Error): void =>
    log.warn({ connection: 'pubsub', error: error.message }, 'redis unreachable');
  const connect = address.isCluster ? connectToCluster : connectToServer;
  const { engine, check, disconnect } = connect(address, onError);
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
    check: async () => void (await check()),
    [Symbol.asyncDispose]() {
      for (const feed of open) feed.close();
      disconnect();
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
