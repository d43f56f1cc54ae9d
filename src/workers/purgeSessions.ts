import type { Services } from '../context.js';
import { settleCounts } from '../entities/DailyCount.js';
import type { StepHandler } from '../queue/jobs.js';

/**
 * Deletes sessions that have ended, by revocation or because their last refresh token has expired, and expired
 * refresh tokens. A used token stays until it expires, because its reuse must end the session. Every request
 * with a token of a deleted row is refused as before. Also deletes costs that no daily budget counts any more,
 * because their hours say when friends answered, and
 * settles the numbers of days that are over.
 */
export const purgeSessions =
  ({ orm, log }: Services): StepHandler<Record<string, never>> =>
  async () => {
    const em = orm.em.fork();
    const [tokens] = await em.execute<[{ count: number }]>(
      `with gone as (delete from refresh_token where expires_at < now() returning 1)
       select count(*)::int as count from gone`,
    );
    // The first token is stored in the commit of its session, so a session without tokens is over.
    const [sessions] = await em.execute<[{ count: number }]>(
      `with gone as (
         delete from session where revoked_at is not null
           or not exists (select 1 from refresh_token where session_id = session.id) returning 1
       )
       select count(*)::int as count from gone`,
    );
    await em.execute("delete from spending where hour < now() - interval '25 hours'");
    await settleCounts(em);
    log.info({ tokens: tokens.count, sessions: sessions.count }, 'ended sessions purged');
  };
