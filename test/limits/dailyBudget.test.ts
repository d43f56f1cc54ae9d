import type { EntityManager } from '@mikro-orm/postgresql';
import { pino } from 'pino';
import { expect, it, vi } from 'vitest';
import { createDailyBudget } from '../../src/limits/dailyBudget.js';

const usage = { model: 'pen', inputTokens: 10, outputTokens: 20 };

/** A budget whose costs are stored by `execute`. */
function charging(dollars: number | undefined, cost: number | null, execute = vi.fn(async () => [])) {
  const em = { fork: () => ({ execute }) } as unknown as EntityManager;
  const budget = createDailyBudget({ dollars, costOf: () => cost, em, log: pino({ level: 'silent' }) });
  return { charge: () => budget.chargeTo('user-1')(usage), execute };
}

it('each answer is charged what it cost', async () => {
  const { charge, execute } = charging(1, 0.25);
  await charge();
  await charge();
  expect(execute.mock.calls).toMatchObject(
    Array(2).fill([expect.any(String), { userId: 'user-1', cost: 0.25 }]),
  );
});

it.each<[what: string, dollars: number | undefined, cost: number | null]>([
  ['without a budget', undefined, 0.25],
  ['for an unknown cost', 1, null],
  ['for a free model', 1, 0],
])('nothing is stored %s', async (_what, dollars, cost) => {
  const { charge, execute } = charging(dollars, cost);
  await charge();
  expect(execute).not.toHaveBeenCalled();
});

it('an answer is not lost if its cost cannot be stored', async () => {
  const { charge } = charging(
    1,
    0.25,
    vi.fn(() => Promise.reject(new Error('no connection'))),
  );
  await expect(charge()).resolves.toBeUndefined();
});
