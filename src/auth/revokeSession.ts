import type { Context } from '../context.js';
import { Session } from '../entities/Session.js';

/**
 * Revokes a session permanently. Its tokens are rejected from now on, and its sockets close in every process.
 */
export async function revokeSession(ctx: Context, sessionId: string): Promise<void> {
  await ctx.em.nativeUpdate(Session, { id: sessionId, revokedAt: null }, { revokedAt: new Date() });
  ctx.pubsub.publish('sessionRevoked', { id: sessionId, revision: 1 });
}
