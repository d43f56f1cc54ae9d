import pg from 'pg';
import { expect, inject, it } from 'vitest';
import { createPoolWait } from '../../src/database/poolWait.js';

/** A pool of one connection, measured with a clock that the test moves. */
function measuredPool() {
  const clock = { now: 0 };
  const wait = createPoolWait(() => clock.now);
  const pool = new pg.Pool({ connectionString: inject('postgresUrl'), max: 1 });
  wait.observe(pool);
  return { clock, wait, pool, [Symbol.asyncDispose]: () => pool.end() };
}

it('a free connection means no wait, and a taken one means a wait only for those who ask', async () => {
  await using test = measuredPool();
  expect(test.wait.waitMs()).toBe(0);
  const held = await test.pool.connect();
  test.clock.now += 1_000;
  expect(test.wait.waitMs()).toBe(0);
  held.release();
});

it('the longest wait counts while no connection becomes free, and no longer than that', async () => {
  await using test = measuredPool();
  const held = await test.pool.connect();
  const next = test.pool.connect();
  test.clock.now += 250;
  expect(test.wait.waitMs()).toBe(250);
  held.release();
  const client = await next;
  expect(test.wait.waitMs()).toBe(0);
  client.release();
});

it('the expected wait is the queue times the interval at which connections became free', async () => {
  await using test = measuredPool();
  let client = await test.pool.connect();
  const waiting = Array.from({ length: 8 }, () => test.pool.connect());
  for (let count = 0; count < 3; count += 1) {
    test.clock.now += 30;
    client.release();
    client = await waiting.shift()!;
  }
  // A new caller counts at once, although it has not waited yet.
  waiting.push(test.pool.connect());
  expect(test.wait.waitMs()).toBeCloseTo(6 * 30);
  for (const one of waiting) {
    client.release();
    client = await one;
  }
  client.release();
});
