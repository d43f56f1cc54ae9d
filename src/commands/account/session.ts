import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { revokeSession } from '../../auth/sessions.js';
import type { Viewer } from '../../auth/tokens.js';
import type { Context } from '../../context.js';
import { assertUuid } from '../../access/identifiers.js';
import { dayOf } from '../../entities/day.js';
import { ensureInbox } from '../../entities/notifications/Inbox.js';
import { Session } from '../../entities/Session.js';
import { User } from '../../entities/User.js';
import { notFound, unauthenticated } from '../../errors.js';
import { parseInput } from '../input.js';

/** The tokens that keep a client signed in. */
interface TokenPair {
  accessToken: string;
  expiresAt: Date;
  refreshToken: string;
}

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
    await ensureInbox(em, user.id);
    const session = { id: randomUUID(), userId: user.id };
    const { userAgent } = ctx;
    await em.insert(Session, { id: session.id, user: user.id, userAgent, lastUsedOn: dayOf() });
    return { ...(await tokenPair(ctx, session, await ctx.refreshTokens.start(em, session.id))), user };
  });
}

const refreshInput = z.object({ refreshToken: z.string().min(1, { error: 'must not be empty' }).max(512) });

/**
 * Exchanges a refresh token for a new token pair of the same session. Reuse after the grace period means that
 * the token was copied and revokes the session.
 * @throws AppError UNAUTHENTICATED
 */
export async function refreshSession(ctx: Context, raw: unknown): Promise<TokenPair> {
  const input = parseInput(refreshInput, raw);
  const exchange = await ctx.em.transactional((em) => ctx.refreshTokens.exchange(em, input.refreshToken));
  if (exchange === null) throw unauthenticated();
  const { session, refreshToken } = exchange;
  if (refreshToken !== null) {
    // After the exchange has committed: with its locks, the account's would be taken in another order.
    await ensureInbox(ctx.em, session.userId);
    return tokenPair(ctx, session, refreshToken);
  }
  await revokeSession(ctx, session.id);
  ctx.log.warn({ sessionId: session.id }, 'refresh token reused, session revoked');
  throw unauthenticated();
}

async function tokenPair(
  { accessTokens }: Context,
  session: { id: string; userId: string },
  refreshToken: string,
): Promise<TokenPair> {
  const { token, expiresAt } = await accessTokens.sign({ userId: session.userId, sessionId: session.id });
  return { accessToken: token, expiresAt, refreshToken };
}

/** Revokes the viewer's session on every device that shares it. */
export const signOut = (ctx: Context, viewer: Viewer): Promise<void> => revokeSession(ctx, viewer.sessionId);

/**
 * Ends one of the viewer's sessions, on whichever device it is. Also the current one, like a sign-out.
 * @throws AppError NOT_FOUND, also for a session that has ended and for another user's; RATE_LIMITED
 */
export async function revokeOwnSession(ctx: Context, { userId }: Viewer, id: string): Promise<void> {
  await ctx.limits.take('conversation', userId, ctx.address);
  assertUuid(id);
  const active = await ctx.em.count(Session, { id, user: userId, revokedAt: null });
  if (active === 0) throw notFound();
  await revokeSession(ctx, id);
}
