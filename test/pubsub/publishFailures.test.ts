import { pino } from 'pino';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { PublishFailures } from '../../src/pubsub/publishFailures.js';
import { createRedisPubsub } from '../../src/pubsub/redisPubsub.js';
import { freePort } from '../testkit/freePort.js';
import { startRedisServer } from '../testkit/redisServer.js';
import { until } from '../testkit/until.js';

interface Line {
  msg: string;
  failures?: number;
  topic?: string;
}

let lines: Line[];
const log = pino({}, { write: (line: string) => lines.push(JSON.parse(line) as Line) });
const published = (): Line[] => lines.filter(({ msg }) => msg.startsWith('event publishing'));
const away = new Error('Redis is away');

beforeEach(() => (lines = []));
afterEach(() => vi.useRealTimers());

it('a minute of failures is logged once, then as a count every five seconds, and the recovery once', () => {
  vi.useFakeTimers();
  const failures = new PublishFailures(log);
  for (let second = 0; second < 60; second += 1) {
    for (let event = 0; event < 100; event += 1) failures.failed('replyGrew', away);
    vi.advanceTimersByTime(1_000);
  }
  failures.succeeded();
  failures.succeeded();
  expect(published().map(({ msg }) => msg)).toEqual([
    ...Array.from({ length: 12 }, () => 'event publishing failed'),
    'event publishing recovered',
  ]);
  expect(published()[0]).toMatchObject({ failures: 1, topic: 'replyGrew', error: away.message });
  expect(published()[1]).toMatchObject({ failures: 500 });
  expect(published().reduce((sum, { failures: counted = 0 }) => sum + counted, 0)).toBe(6_000);
});

it('failures between successes flood no more than an outage does', () => {
  vi.useFakeTimers();
  const failures = new PublishFailures(log);
  for (let event = 0; event < 1_000; event += 1) {
    failures.failed('replyGrew', away);
    failures.succeeded();
  }
  expect(published()).toHaveLength(2);
});

it('a Redis that goes away and comes back leaves a few lines, however many events were lost', async () => {
  const port = await freePort();
  await using pubsub = createRedisPubsub({ url: `redis://127.0.0.1:${port}`, isCluster: false }, log);
  const publish = (): void => pubsub.publish('personaChanged', { id: 'one', revision: 1 });
  for (let event = 0; event < 1_000; event += 1) publish();
  await until('a failure is logged', () => published().length > 0);
  await using server = await startRedisServer(port);
  expect(server.pid).toBeGreaterThan(0);
  await until('the recovery is logged', () => {
    publish();
    return published().at(-1)?.msg === 'event publishing recovered';
  });
  expect(published().length).toBeLessThan(10);
  expect(published().reduce((sum, { failures = 0 }) => sum + failures, 0)).toBeGreaterThanOrEqual(1_000);
});
