import { createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';

// The refresh tokens of a session form a chain. Each is derived from the one before it with a key, so that the
// server can answer a successor again although it stores hashes only.

const LIFETIME_DAYS = 60;
/** A used token is accepted again within this time, for two tabs or a retry after a lost response. */
const GRACE_SECONDS = 30;

/** How the server stores a token: SHA-256, hex. Tokens have 256 random bits, so no salt is needed. */
const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');

const keyOf = (secret: string): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, '', 're-mirai refresh token successor', 32));

const successorOf = (token: string, key: Buffer): string =>
  createHmac('sha256', key).update(token).digest('base64url');

/** Creates the first refresh token of a session. */
export async function createRefreshToken(em: EntityManager, sessionId: string): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  await store(em, token, sessionId);
  return token;
}

/** What a refresh token is worth. `refreshToken` is null if the token was copied: the session must end. */
interface Exchange {
  session: { id: string; userId: string };
  refreshToken: string | null;
}

/**
 * Uses a refresh token, in the transaction of `em`. The first use adds the successor. Within 30 seconds of it,
 * the same successor is the answer again, or the unused end of the chain if the successor has been used too.
 * All times are the database's.
 * @param secret the same in every process. With another secret, unused tokens remain valid, and repeated ones
 *   are refused without ending the session
 * @returns null for a token that is unknown or expired, or whose session has ended
 */
export async function exchangeRefreshToken(
  em: EntityManager,
  secret: string,
  token: string,
): Promise<Exchange | null> {
  const hash = hashOf(token);
  const key = keyOf(secret);
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
    const successor = successorOf(token, key);
    await store(em, successor, session.id);
    return { session, refreshToken: successor };
  }
  const living = await endOfChain(em, token, key);
  return living === null ? null : { session, refreshToken: living };
}

/** The unused token at the end of the chain. Null if the key has changed since. */
async function endOfChain(em: EntityManager, token: string, key: Buffer): Promise<string | null> {
  const next = successorOf(token, key);
  const [row] = await em.execute<{ used: boolean }[]>(
    'select used_at is not null as used from refresh_token where hash = ?',
    [hashOf(next)],
  );
  if (row === undefined) return null;
  return row.used ? endOfChain(em, next, key) : next;
}

async function store(em: EntityManager, token: string, sessionId: string): Promise<void> {
  await em.execute(
    `insert into refresh_token (hash, session_id, expires_at) values (?, ?, now() + make_interval(days => ?))`,
    [hashOf(token), sessionId, LIFETIME_DAYS],
  );
}
