import { createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import { jwtVerify, SignJWT } from 'jose';
import { dayOf } from '../entities/day.js';
import { keptFor } from '../retention.js';
import { unauthenticated } from '../errors.js';

/** The signed-in caller, from a verified access token whose session has not been revoked. */
export interface Viewer {
  userId: string;
  sessionId: string;
  expiresAt: Date;
}

const LIFETIME_SECONDS = 15 * 60;
const ALGORITHM = 'HS256';
const ISSUER = 're-mirai';
const AUDIENCE = 're-mirai-api';

/** Signs and verifies this API's short-lived access tokens. */
export interface AccessTokens {
  sign(viewer: { userId: string; sessionId: string }): Promise<{ token: string; expiresAt: Date }>;
  /** Does not check whether the session was revoked; the caller does. @throws AppError UNAUTHENTICATED */
  verify(token: string): Promise<Viewer>;
}

/** @param secret at least 32 characters, the same in every process */
export function createAccessTokens(secret: string): AccessTokens {
  const key = new TextEncoder().encode(secret);
  return {
    async sign({ userId, sessionId }) {
      const expiresAt = new Date((Math.floor(Date.now() / 1000) + LIFETIME_SECONDS) * 1000);
      const token = await new SignJWT({ sid: sessionId })
        .setProtectedHeader({ alg: ALGORITHM, typ: 'at+jwt' })
        .setSubject(userId)
        .setIssuer(ISSUER)
        .setAudience(AUDIENCE)
        .setIssuedAt()
        .setExpirationTime(expiresAt)
        .sign(key);
      return { token, expiresAt };
    },
    async verify(token) {
      try {
        const { payload } = await jwtVerify(token, key, {
          algorithms: [ALGORITHM],
          typ: 'at+jwt',
          issuer: ISSUER,
          audience: AUDIENCE,
          requiredClaims: ['sub', 'exp', 'sid'],
        });
        return {
          userId: String(payload.sub),
          sessionId: String(payload['sid']),
          expiresAt: new Date(Number(payload.exp) * 1000),
        };
      } catch (cause) {
        throw Object.assign(unauthenticated(), { cause });
      }
    },
  };
}

/** How the server stores a token: SHA-256, hex. Tokens have 256 random bits, so no salt is needed. */
const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');

/** A used token is accepted again within this time, for two tabs or a retry after a lost response. */
const GRACE_SECONDS = 30;

/** What a refresh token is worth. `refreshToken` is null if the token was copied: the session must end. */
interface Exchange {
  session: { id: string; userId: string };
  refreshToken: string | null;
}

/**
 * The refresh tokens of sessions. Those of one session form a chain: each token is derived from the one before
 * it with a key, so that the server can answer a successor again although it stores hashes only.
 */
export interface RefreshTokens {
  /** Creates the first token of a session. */
  start(em: EntityManager, sessionId: string): Promise<string>;
  /**
   * Uses a token, in the transaction of `em`. The first use adds the successor. Within 30 seconds of it, the
   * same successor is the answer again, or the unused end of the chain if the successor has been used too. All
   * times are the database's.
   * @returns null for a token that is unknown or expired, or whose session has ended
   */
  exchange(em: EntityManager, token: string): Promise<Exchange | null>;
}

/**
 * @param secret the same in every process. With another secret, unused tokens remain valid and repeated ones
 *   are refused without ending the session
 */
export function createRefreshTokens(secret: string): RefreshTokens {
  const key = Buffer.from(hkdfSync('sha256', secret, '', 're-mirai refresh token successor', 32));
  const successorOf = (token: string): string => createHmac('sha256', key).update(token).digest('base64url');

  /** The unused token at the end of the chain. Null if the key has changed since. */
  async function endOfChain(em: EntityManager, token: string): Promise<string | null> {
    const next = successorOf(token);
    const [row] = await em.execute<{ used: boolean }[]>(
      'select used_at is not null as used from refresh_token where hash = ?',
      [hashOf(next)],
    );
    if (row === undefined) return null;
    return row.used ? endOfChain(em, next) : next;
  }

  return {
    async start(em, sessionId) {
      const token = randomBytes(32).toString('base64url');
      await store(em, token, sessionId);
      return token;
    },
    async exchange(em, token) {
      const hash = hashOf(token);
      // Locks the session before its tokens, like the deletion of an account. The reverse order could deadlock.
      await em.execute(
        'select 1 from session where id = (select session_id from refresh_token where hash = ?) for key share',
        [hash],
      );
      // The row's lock decides which of several processes is first. It adds the successor in the same commit.
      const [first] = await em.execute<{ hash: string }[]>(
        `update refresh_token set used_at = now() from session
         where session.id = session_id and revoked_at is null
           and hash = ? and used_at is null and expires_at > now() returning hash`,
        [hash],
      );
      // A separate statement, so that it sees what another refresh committed while the previous one waited.
      const [known] = await em.execute<{ id: string; userId: string; late: boolean }[]>(
        `select session.id, session.user_id as "userId", used_at < now() - make_interval(secs => ?) as late
         from refresh_token join session on session.id = session_id
         where hash = ? and used_at is not null and expires_at > now() and revoked_at is null`,
        [GRACE_SECONDS, hash],
      );
      if (known === undefined) return null;
      const session = { id: known.id, userId: known.userId };
      if (known.late) return { session, refreshToken: null };
      if (first !== undefined) {
        const successor = successorOf(token);
        await store(em, successor, session.id);
        await em.execute('update session set last_used_on = :day where id = :id and last_used_on < :day', {
          id: session.id,
          day: dayOf(),
        });
        return { session, refreshToken: successor };
      }
      const living = await endOfChain(em, token);
      return living === null ? null : { session, refreshToken: living };
    },
  };
}

async function store(em: EntityManager, token: string, sessionId: string): Promise<void> {
  await em.execute(
    `insert into refresh_token (hash, session_id, expires_at) values (?, ?, now() + make_interval(days => ?))`,
    [hashOf(token), sessionId, keptFor.session.count],
  );
}
