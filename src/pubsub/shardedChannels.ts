import { setTimeout as wait } from 'node:timers/promises';
import type { Cluster } from 'ioredis';
import { channelOf } from './pubsub.js';

const TRY_AGAIN_AFTER_MS = 500;

/** So many that every master of a cluster of usual size holds some. */
const CHECK_CHANNELS = Array.from({ length: 32 }, (_, n) => channelOf('check', n));

type Confirm = (error: null) => void;

/**
 * The channels of a Redis Cluster as RedisPubSub uses those of one server. Each lives on the master that holds its slot
 * (sharded pub/sub), so more nodes carry more events. ioredis follows slots that move, but drops a subscription that fails
 * meanwhile, so each is repeated until it stands, and after every change of the cluster.
 */
export class ShardedChannels {
  readonly #wanted = new Set<string>();

  /** @param cluster with `shardedSubscribers`; its commands must have a timeout, because one that is redirected never settles */
  constructor(private readonly cluster: Cluster) {
    cluster.on('subscribersReady', () => {
      for (const channel of this.#wanted) void this.#subscribeSurely(channel);
    });
  }

  /** @param event `smessage` or `pmessage`, of which a cluster has none */
  on(event: string, listener: (...args: unknown[]) => void): void {
    this.cluster.on(event, listener);
  }

  publish(channel: string, message: string): Promise<unknown> {
    return this.cluster.spublish(channel, message);
  }

  /** Confirms once the subscription stands, however long that takes. */
  subscribe(channel: string, confirm: Confirm): void {
    this.#wanted.add(channel);
    void this.#subscribeSurely(channel).then((stands) => {
      // RedisPubSub would reject a promise that is its own, and thereby end the process.
      if (stands) confirm(null);
    });
  }

  unsubscribe(channel: string): void {
    this.#wanted.delete(channel);
    // Where the connection is lost, the subscription is too.
    this.cluster.sunsubscribe(channel).catch(() => undefined);
  }

  /** RedisPubSub calls it for every channel, and subscribes to none. */
  punsubscribe(): void {
    return;
  }

  /** Publishes and subscribes on all masters, so that connections notice that they are dead. @throws if one fails */
  async check(): Promise<void> {
    await Promise.all(
      CHECK_CHANNELS.map(async (channel) => {
        // Otherwise ioredis would remember the channel once more each time.
        await this.cluster.sunsubscribe(channel);
        await this.cluster.ssubscribe(channel);
        await this.cluster.spublish(channel, '');
      }),
    );
  }

  async #subscribeSurely(channel: string): Promise<boolean> {
    while (this.#wanted.has(channel) && this.cluster.status !== 'end')
      try {
        // ioredis remembers the channel once more with each try, and would subscribe to all of them. Sent together, so that
        // a subscription that stands misses nothing in between.
        this.cluster.sunsubscribe(channel).catch(() => undefined);
        await this.cluster.ssubscribe(channel);
        return true;
      } catch {
        await wait(TRY_AGAIN_AFTER_MS, undefined, { ref: false });
      }
    return false;
  }
}
