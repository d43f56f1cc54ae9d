import { until } from './until.js';

/**
 * Asks again while a server turns requests away because the machine is busy. Servers in processes of their
 * own do so at the product's own limit.
 */
export const unlessBusy = <T extends { status: number }>(ask: () => Promise<T>): Promise<T> =>
  until('a server that is not busy', async () => {
    const answer = await ask();
    return answer.status !== 503 && answer;
  });
