import type { Pubsub } from '../../pubsub/pubsub.js';

/**
 * No timeout is needed: if the event is lost, the fence reveals the stop at the next piece or lease renewal.
 */
const NEVER_MS = 2 ** 31 - 1;

/** Calls `onStop` once when any process stops this reply. @returns a function that stops watching */
export function onReplyStopped(pubsub: Pubsub, messageId: string, onStop: () => void): () => void {
  const feed = pubsub.subscribe('replyStopped', messageId);
  const watch = async (): Promise<void> => {
    let event = await feed.nextWithin(NEVER_MS);
    // A nudge after a late subscription is no stop.
    while (event === null) event = await feed.nextWithin(NEVER_MS);
    if (event !== undefined) onStop();
  };
  void watch();
  return () => feed.close();
}
