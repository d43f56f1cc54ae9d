import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { issueTokens, type TokenPair } from '../auth/issueTokens.js';
import type { Context } from '../context.js';
import { Session } from '../entities/Session.js';
import { User } from '../entities/User.js';
import { parseInput } from './parseInput.js';

const input = z.object({
  idToken: z.string().min(1, { error: 'must not be empty' }),
  nonce: z.string().max(512, { error: 'is too long' }).nullish(),
});

/**
 * Signs a user in with a Google ID token and starts a session. A user is identified by Google's `sub`; name
 * and e-mail address are updated at each sign-in.
 * @throws AppError UNAUTHENTICATED for an invalid token, SERVICE_UNAVAILABLE if Google cannot be reached
 */
export async function signInWithGoogle(ctx: Context, raw: unknown): Promise<TokenPair & { user: User }> {
  const { idToken, nonce } = parseInput(input, raw);
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
