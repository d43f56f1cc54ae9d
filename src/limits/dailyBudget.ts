import type { EntityManager } from '@mikro-orm/postgresql';
import type { Logger } from 'pino';
import type { Usage } from '../ai/ports.js';
import { AppError } from '../errors.js';
import type { DailyBudget } from './rateLimits.js';

/** Costs are known by the hour, so they count until the whole hour is a day ago. */
const HOURS = 25;

const ADD = `insert into spending (user_id, hour, cost) values (:userId, date_trunc('hour', now()), :cost)
  on conflict (user_id, hour) do update set cost = spending.cost + excluded.cost`;

/** The hours in which the user spent something, oldest first, and the seconds until each is a day ago. */
const READ = `select cost, extract(epoch from hour + make_interval(hours => :hours) - now())::float8 as ends_in
  from spending where user_id = :userId and hour > now() - make_interval(hours => :hours) order by hour`;

/**
 * Creates the budget of each user.
 * @param options `dollars`: what one user's model calls may cost within 24 hours; undefined for no budget, and then
 *   nothing is stored. `costOf`: in US dollars, null if unknown
 */
export function createDailyBudget({
  dollars,
  costOf,
  em,
  log,
}: {
  dollars: number | undefined;
  costOf: (usage: Usage) => number | null;
  em: EntityManager;
  log: Logger;
}): DailyBudget {
  return {
    chargeTo: (userId) => async (usage) => {
      const cost = costOf(usage) ?? 0;
      if (dollars === undefined || cost === 0) return;
      // An answer that is paid is not lost for this.
      await em
        .fork()
        .execute(ADD, { userId, cost })
        .catch((error: unknown) => log.warn({ cost, error }, 'cost of a model call not counted'));
    },
    async assertLeft(em: EntityManager, userId: string): Promise<void> {
      if (dollars === undefined) return;
      const hours = await em.execute<{ cost: number; ends_in: number }[]>(READ, { userId, hours: HOURS });
      let spent = hours.reduce((sum, { cost }) => sum + cost, 0);
      if (spent < dollars) return;
      // The oldest hours end first, until what is left is below the budget.
      const last = hours.find(({ cost }) => (spent -= cost) < dollars);
      throw new AppError(
        'RATE_LIMITED',
        'Your daily budget for the language model is used up. Try again later.',
        { retryAfter: Math.max(1, Math.ceil(last?.ends_in ?? HOURS * 3_600)) },
      );
    },
  };
}
