import { randomBytes } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import { RefreshToken } from '../entities/RefreshToken.js';
import type { AccessTokens } from './accessTokens.js';
import { hashOfToken } from './hashOfToken.js';

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
