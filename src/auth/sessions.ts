import { createHash, randomBytes } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Context, Services } from '../context.js';
import { RefreshToken } from '../entities/RefreshToken.js';
import { Session } from '../entities/Session.js';
import type { AccessTokens, Viewer } from './accessTokens.js';

/** How the server stores a client's token: SHA-256, hex. Tokens are random, so no salt is needed. */
export const hashOfToken = (token: string): string => createHash('sha256').update(token).digest('hex');

const REFRESH_LIFETIME_DAYS = 60;

/** The tokens that keep a client signed in. */
export interface TokenPair {
  accessToken: string;
  expiresAt: Date;
  refreshToken: string;
}

/** Issues a new pair for a session. The caller's transaction stores it. */
export async function issueTokens(
  em: EntityManager,
  tokens: AccessTokens,
  session: { id: string; userId: string },
): Promise<TokenPair> {
  const refreshToken = randomBytes(32).toString('base64url');
  await em.insert(RefreshToken, {
    hash: hashOfToken(refreshToken),
    session: session.id,
    expiresAt: new Date(Date.now() + REFRESH_LIFETIME_DAYS * 86_400_000),
    usedAt: null,
  });
  const { token, expiresAt } = await tokens.sign({ userId: session.userId, sessionId: session.id });
  return { accessToken: token, expiresAt, refreshToken };
}

/**
 * Revokes a session permanently. Its tokens are rejected from now on, and its sockets close in every process.
 */
export async function revokeSession(ctx: Context, sessionId: string): Promise<void> {
  await ctx.em.nativeUpdate(Session, { id: sessionId, revokedAt: null }, { revokedAt: new Date() });
  ctx.pubsub.publish('sessionRevoked', { id: sessionId, revision: 1 });
}

/** A revocation whose event is lost is noticed after this time, also while Redis is unreachable. */
const LOOK_EVERY_MS = 4_000;

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
      const event = await feed.nextWithin(LOOK_EVERY_MS);
      if (event === undefined) return;
      if (await isActive()) continue;
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
