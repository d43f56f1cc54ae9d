import { mergeEvents } from './mergeEvents.js';
import { channelOf, Feed, type Pubsub, type Topic, type Topics } from './pubsub.js';

/** Events within one process. The default, sufficient while API and workers share a process. */
export function createLocalPubsub(): Pubsub {
  const feeds = new Map<string, Set<Feed<never>>>();
  return {
    publish(topic, event) {
      for (const feed of feeds.get(channelOf(topic, event.id)) ?? []) feed.push(event as never);
    },
    subscribe<T extends Topic>(topic: T, id: unknown) {
      const channel = channelOf(topic, id);
      const group = feeds.get(channel) ?? new Set();
      feeds.set(channel, group);
      const feed = new Feed<Topics[T]>(mergeEvents[topic], Promise.resolve(), () => {
        group.delete(feed as never);
        if (group.size === 0 && feeds.get(channel) === group) feeds.delete(channel);
      });
      group.add(feed as never);
      return feed;
    },
    check: () => Promise.resolve(),
    [Symbol.asyncDispose]() {
      for (const group of feeds.values()) for (const feed of group) feed.close();
      return Promise.resolve();
    },
  };
}
