import type { EntityManager } from '@mikro-orm/postgresql';
import type { Services } from '../context.js';
import { settleCounts } from '../entities/DailyCount.js';
import type { StepHandler } from '../queue/jobs.js';
import { keptMs } from '../retention.js';

/**
 * What is deleted once its period is over, see `keptFor`. What has such a period of its own adds a line here. Each
 * statement returns the deleted ids.
 */
const expired: { what: string; statement: string; period?: Parameters<typeof keptMs>[0] }[] = [
  // A used token stays until it expires, because its reuse must end the session.
  {
    what: 'tokens',
    statement: 'delete from refresh_token where expires_at < now() returning session_id as id',
  },
  {
    // The first token is stored in the commit of its session, so a session without tokens is over. Every request with a
    // token of a deleted row is refused as before.
    what: 'sessions',
    statement: `delete from session where revoked_at is not null
      or not exists (select 1 from refresh_token where session_id = session.id) returning id`,
  },
  {
    // Its hour says when friends answered.
    what: 'costs',
    statement: 'delete from spending where hour < :before returning user_id as id',
    period: 'modelCost',
  },
  {
    what: 'notifications',
    statement: 'delete from notification where created_on < :before returning inbox_user_id as id',
    period: 'notification',
  },
  { what: 'exports', statement: 'delete from data_export where expires_at < now() returning id' },
  {
    // Locked like the submission of an answer, which would otherwise come in between.
    what: 'surveys',
    statement: `delete from survey where id in (
        select id from survey where response_count = 0 and created_at < :before and not exists (
          select 1 from persona join conversation on conversation.persona_id = persona.id
          where persona.survey_id = survey.id)
        order by id limit 500 for update skip locked)
      and response_count = 0 returning id`,
    period: 'unansweredSurvey',
  },
];

/** Larger than any revision. */
const LAST = Number.MAX_SAFE_INTEGER;

/** Deletes what is over, and settles the numbers of days that are over. Sent every hour. */
export const deleteExpired =
  ({ orm, pubsub, log }: Services): StepHandler<Record<string, never>> =>
  async () => {
    const em = orm.em.fork();
    const counts: Record<string, number> = {};
    for (const one of expired) {
      const ids = await deleteAll(em, one);
      counts[one.what] = ids.length;
      if (one.what === 'surveys')
        for (const id of ids) pubsub.publish('surveyProgressed', { id, revision: LAST });
    }
    await settleCounts(em);
    log.info(counts, 'expired data deleted');
  };

async function deleteAll(
  em: EntityManager,
  { statement, period }: (typeof expired)[number],
): Promise<string[]> {
  const values = period === undefined ? {} : { before: new Date(Date.now() - keptMs(period)) };
  const rows = await em.execute<{ id: string }[]>(statement, values);
  return rows.map(({ id }) => id);
}
