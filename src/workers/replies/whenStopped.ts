import type { Pubsub } from '../../pubsub/pubsub.js';

/** Without an event a stop is noticed by the fence, at the next word or renewal of the lease: this only makes it quick. */
const NEVER_MS = 2 ** 31 - 1;

/** Calls `onStop` once when somebody stops this reply, by whatever process. @returns ends the watch */
export function whenStopped(pubsub: Pubsub, messageId: string, onStop: () => void): () => void {
  const feed = pubsub.subscribe('replyStopped', messageId);
  const watch = async (): Promise<void> => {
    let event = await feed.nextWithin(NEVER_MS);
    // A late confirmation is no stop.
    while (event === null) event = await feed.nextWithin(NEVER_MS);
    if (event !== undefined) onStop();
  };
  void watch();
  return () => feed.close();
}
