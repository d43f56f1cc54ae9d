import type { Context, Services } from '../context.js';
import { Session } from '../entities/Session.js';
import type { Viewer } from './tokens.js';

/**
 * Revokes a session permanently. Its tokens are rejected from now on, and its sockets close in every process.
 */
export async function revokeSession(ctx: Context, sessionId: string): Promise<void> {
  await ctx.em.nativeUpdate(Session, { id: sessionId, revokedAt: null }, { revokedAt: new Date() });
  ctx.pubsub.publish('sessionRevoked', { id: sessionId, revision: 1 });
}

/**
 * Calls `onEnd` once when any process revokes the viewer's session.
 * @returns a function that stops watching
 */
export function watchSession(services: Services, viewer: Viewer, onEnd: () => void): () => void {
  const feed = services.pubsub.subscribe('sessionRevoked', viewer.sessionId);
  const isActive = async (): Promise<boolean> =>
    (await services.orm.em.fork().count(Session, { id: viewer.sessionId, revokedAt: null })) > 0;

  async function watch(): Promise<void> {
    for (;;) {
      // Between events, all watched sessions are looked up together: see pubsub/missedEvents.
      const event = await feed.next();
      if (event === undefined) return;
      if (event?.revision === 0 || (await isActive())) continue;
      feed.close();
      onEnd();
      return;
    }
  }
  const start = (): void => {
    watch().catch((error: unknown) => {
      // The session's state is unknown while the database fails, so the watch goes on.
      services.log.warn({ sessionId: viewer.sessionId, error }, 'session lookup failed');
      start();
    });
  };
  start();
  return () => feed.close();
}
