import type { EntityManager } from '@mikro-orm/postgresql';
import { z } from 'zod';
import { hashOfToken } from '../auth/hashOfToken.js';
import { issueTokens, type TokenPair } from '../auth/issueTokens.js';
import { revokeSession } from '../auth/revokeSession.js';
import type { Context } from '../context.js';
import { unauthenticated } from '../errors.js';
import { parseInput } from './parseInput.js';

const input = z.object({ refreshToken: z.string().min(1, { error: 'must not be empty' }).max(512) });

/** Two tabs, or a retry after a lost answer, may refresh with the same token: within this time it is no theft. */
const GRACE_SECONDS = 30;

/**
 * Trades a refresh token for a fresh pair of the same session. A token used again after the grace has been copied:
 * its session is revoked for everyone who holds a token of it.
 * @throws AppError UNAUTHENTICATED
 */
export async function refreshSession(ctx: Context, raw: unknown): Promise<TokenPair> {
  const { refreshToken } = parseInput(input, raw);
  const hash = hashOfToken(refreshToken);
  const outcome = await ctx.em.transactional(async (em) => {
    const use = await useToken(em, hash);
    if (use === null || use.late) return use;
    return issueTokens(em, ctx.accessTokens, use.session);
  });
  if (outcome === null) throw unauthenticated();
  if ('accessToken' in outcome) return outcome;
  await revokeSession(ctx, outcome.session.id);
  ctx.log.warn({ sessionId: outcome.session.id }, 'a refresh token was used twice: session revoked');
  throw unauthenticated();
}

interface Use {
  session: { id: string; userId: string };
  /** Used before, longer ago than the grace. */
  late: boolean;
}

/** Marks a token as used. One statement decides who is first, the database's clock decides what is late. */
async function useToken(em: EntityManager, hash: string): Promise<Use | null> {
  // The session before its tokens, as the deletion of an account locks them: two orders would be a deadlock.
  await em.execute(
    'select 1 from session where id = (select session_id from refresh_token where hash = ?) for key share',
    [hash],
  );
  await em.execute('update refresh_token set used_at = now() where hash = ? and used_at is null', [hash]);
  // A statement of its own: it sees what a parallel refresh committed while the first one waited for the row.
  const [known] = await em.execute<{ id: string; userId: string; late: boolean }[]>(
    `select session.id, session.user_id as "userId", used_at < now() - make_interval(secs => ?) as late
     from refresh_token join session on session.id = refresh_token.session_id
     where hash = ? and expires_at > now() and session.revoked_at is null`,
    [GRACE_SECONDS, hash],
  );
  return known === undefined ? null : { session: { id: known.id, userId: known.userId }, late: known.late };
}
