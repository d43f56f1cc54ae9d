import { randomUUID } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import { z } from 'zod';
import type { Viewer } from '../../auth/accessTokens.js';
import { hashOfToken, issueTokens, revokeSession, type TokenPair } from '../../auth/sessions.js';
import type { Context } from '../../context.js';
import { Session } from '../../entities/Session.js';
import { User } from '../../entities/User.js';
import { unauthenticated } from '../../errors.js';
import { parseInput } from '../input.js';

const signInInput = z.object({
  idToken: z.string().min(1, { error: 'must not be empty' }),
  nonce: z.string().max(512, { error: 'is too long' }).nullish(),
});

/**
 * Signs a user in with a Google ID token and starts a session. A user is identified by Google's `sub`; name
 * and e-mail address are updated at each sign-in.
 * @throws AppError UNAUTHENTICATED for an invalid token, SERVICE_UNAVAILABLE if Google cannot be reached
 */
export async function signInWithGoogle(ctx: Context, raw: unknown): Promise<TokenPair & { user: User }> {
  const { idToken, nonce } = parseInput(signInInput, raw);
  const identity = await ctx.google.verify(idToken, nonce ?? undefined);
  return ctx.em.transactional(async (em) => {
    const user = await em.upsert(
      User,
      {
        id: randomUUID(),
        googleSub: identity.sub,
        email: identity.email,
        displayName: identity.name,
        givenName: identity.givenName,
      },
      { onConflictFields: ['googleSub'], onConflictExcludeFields: ['id', 'createdAt'] },
    );
    const session = { id: randomUUID(), userId: user.id };
    await em.insert(Session, { id: session.id, user: user.id });
    return { ...(await issueTokens(em, ctx.accessTokens, session)), user };
  });
}

const refreshInput = z.object({ refreshToken: z.string().min(1, { error: 'must not be empty' }).max(512) });

/** A token may be reused within this time, for two tabs or a retry after a lost response. */
const GRACE_SECONDS = 30;

/**
 * Exchanges a refresh token for a new token pair of the same session. Reuse after the grace period means that
 * the token was copied and revokes the session.
 * @throws AppError UNAUTHENTICATED
 */
export async function refreshSession(ctx: Context, raw: unknown): Promise<TokenPair> {
  const { refreshToken } = parseInput(refreshInput, raw);
  const hash = hashOfToken(refreshToken);
  const outcome = await ctx.em.transactional(async (em) => {
    const use = await useToken(em, hash);
    if (use === null || use.late) return use;
    return issueTokens(em, ctx.accessTokens, use.session);
  });
  if (outcome === null) throw unauthenticated();
  if ('accessToken' in outcome) return outcome;
  await revokeSession(ctx, outcome.session.id);
  ctx.log.warn({ sessionId: outcome.session.id }, 'refresh token reused, session revoked');
  throw unauthenticated();
}

interface Use {
  session: { id: string; userId: string };
  /** Whether it was first used before the grace period. */
  late: boolean;
}

/** Marks a token as used. One statement decides which call is first, the database's clock which is late. */
async function useToken(em: EntityManager, hash: string): Promise<Use | null> {
  // Locks the session before its tokens, like the deletion of an account. The reverse order could deadlock.
  await em.execute(
    'select 1 from session where id = (select session_id from refresh_token where hash = ?) for key share',
    [hash],
  );
  await em.execute('update refresh_token set used_at = now() where hash = ? and used_at is null', [hash]);
  // A separate statement, so that it sees what a parallel refresh committed while the previous statement
  // waited for the row.
  const [known] = await em.execute<{ id: string; userId: string; late: boolean }[]>(
    `select session.id, session.user_id as "userId", used_at < now() - make_interval(secs => ?) as late
     from refresh_token join session on session.id = refresh_token.session_id
     where hash = ? and expires_at > now() and session.revoked_at is null`,
    [GRACE_SECONDS, hash],
  );
  return known === undefined ? null : { session: { id: known.id, userId: known.userId }, late: known.late };
}

/** Revokes the viewer's session on every device that shares it. */
export const signOut = (ctx: Context, viewer: Viewer): Promise<void> => revokeSession(ctx, viewer.sessionId);
