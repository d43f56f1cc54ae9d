import type { EntityManager } from '@mikro-orm/postgresql';
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
 * @param dollars what one user's model calls may cost within 24 hours; undefined for no budget
 */
export function createDailyBudget(dollars: number | undefined): DailyBudget {
  return {
    async add(em: EntityManager, userId: string, cost: number | null): Promise<void> {
      if (cost !== null && cost > 0) await em.execute(ADD, { userId, cost });
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
