import { Session } from '../entities/Session.js';
import type { Services, Viewer } from '../context.js';

/** Without an event a revocation is noticed this late, also while Redis is away. */
const LOOK_EVERY_MS = 4_000;

/**
 * Calls `onEnd` once when the viewer's session is revoked, by whatever process.
 * @returns ends the watch
 */
export function watchSession(services: Services, viewer: Viewer, onEnd: () => void): () => void {
  const feed = services.pubsub.subscribe('sessionRevoked', viewer.sessionId);
  const stands = async (): Promise<boolean> =>
    (await services.orm.em.fork().count(Session, { id: viewer.sessionId, revokedAt: null })) > 0;

  async function watch(): Promise<void> {
    for (;;) {
      const event = await feed.nextWithin(LOOK_EVERY_MS);
      if (event === undefined) return;
      if (await stands()) continue;
      feed.close();
      onEnd();
      return;
    }
  }
  const start = (): void => {
    watch().catch((error: unknown) => {
      // The database hiccups: an unknown session is neither ended nor forgotten.
      services.log.warn({ error }, 'a session could not be looked up');
      start();
    });
  };
  start();
  return () => feed.close();
}
