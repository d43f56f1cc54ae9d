import type { EntityManager } from '@mikro-orm/postgresql';
import type { Viewer } from '../context.js';
import { Session } from '../entities/Session.js';
import { unauthenticated } from '../errors.js';
import type { AccessTokens } from './accessTokens.js';

const BEARER = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i;

/**
 * Who sends this header. The session is looked up each time: a sign-out holds at once, not when the token expires.
 * @param authorization `Bearer <accessToken>`; absent or empty for anonymous callers, who get null
 * @throws AppError UNAUTHENTICATED for anything else than a good token of a standing session
 */
export async function authenticate(
  em: EntityManager,
  tokens: AccessTokens,
  authorization: string | undefined,
): Promise<Viewer | null> {
  if (authorization === undefined || authorization === '') return null;
  const token = BEARER.exec(authorization)?.[1];
  if (token === undefined || token.length > 4_096) throw unauthenticated();
  const viewer = await tokens.verify(token);
  const standing = await em.count(Session, { id: viewer.sessionId, user: viewer.userId, revokedAt: null });
  if (standing === 0) throw unauthenticated();
  return viewer;
}
