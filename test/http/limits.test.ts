import { Redis } from 'ioredis';
import { pino } from 'pino';
import { describe, expect, inject, it } from 'vitest';
import { AppError } from '../../src/errors.js';
import { addressKey, isLoopback } from '../../src/limits/addresses.js';
import { createRateLimits, type LimitName, limits, type RateLimits } from '../../src/limits/rateLimits.js';
import { startRedisServer } from '../testkit/redisServer.js';
import { until } from '../testkit/until.js';

const log = pino({ level: 'silent' });
const open = (redisUrl?: string, exemptLoopback = false, secret = 's'.repeat(32)): RateLimits =>
  createRateLimits({
    redis: redisUrl === undefined ? undefined : { url: redisUrl, isCluster: false },
    secret,
    exemptLoopback: () => exemptLoopback,
    log,
  });

/** How often in a row something may be taken before it is refused. */
async function allowance(rates: RateLimits, limit: LimitName, key: string, address = key): Promise<number> {
  for (let taken = 0; taken < 200; taken += 1) {
    try {
      await rates.take(limit, key, address);
    } catch (error) {
      if (error instanceof AppError && error.code === 'RATE_LIMITED') return taken;
      throw error;
    }
  }
  return Infinity;
}

const withBurst = (limit: LimitName): number => {
  const { points, ...rest } = limits[limit];
  return points + ('burst' in rest ? rest.burst.points : 0);
};

describe('limits', () => {
  it.each(Object.keys(limits) as LimitName[])('%s allows what it says and no more', async (limit) => {
    await using rates = open();
    expect(await allowance(rates, limit, '192.0.2.1')).toBe(withBurst(limit));
    expect(await allowance(rates, limit, '192.0.2.2')).toBe(withBurst(limit));
  });

  it('say when to come back', async () => {
    await using rates = open();
    await allowance(rates, 'signIn', '192.0.2.1');
    const refused = await rates.take('signIn', '192.0.2.1', '192.0.2.1').catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(AppError);
    const { retryAfter = 0 } = (refused as AppError).extras;
    expect(retryAfter).toBeGreaterThan(0);
    expect(retryAfter).toBeLessThanOrEqual(60);
  });

  it('count an IPv6 household as one, and see through IPv4 in IPv6', async () => {
    await using rates = open();
    await allowance(rates, 'signIn', '2001:db8:1:2::1');
    expect(await allowance(rates, 'signIn', '2001:db8:1:2:ffff::9')).toBe(0);
    expect(await allowance(rates, 'signIn', '2001:db8:1:3::1')).toBe(10);
    await allowance(rates, 'signIn', '192.0.2.1');
    expect(await allowance(rates, 'signIn', '::ffff:192.0.2.1')).toBe(0);
  });

  it('leave loopback alone in the demo alone', async () => {
    await using demo = open(undefined, true);
    expect(await allowance(demo, 'submitPerSurvey', 'slug', '127.0.0.1')).toBe(Infinity);
    expect(await allowance(demo, 'submitPerSurvey', 'slug', '192.0.2.1')).toBe(60);
    await using real = open();
    expect(await allowance(real, 'signIn', '127.0.0.1')).toBe(10);
  });

  it('are shared through Redis, which never sees an address', async () => {
    const redisUrl = inject('redisUrl');
    const secret = crypto.randomUUID();
    await using one = open(redisUrl, false, secret);
    await using two = open(redisUrl, false, secret);
    const address = '198.51.100.77';
    // Until the connection is there each process counts for itself.
    await until('redis to count', async () => {
      const before = await allowance(one, 'receipt', crypto.randomUUID());
      return before === 30 && (await keys(redisUrl)).some((key) => key.startsWith('limit:receipt'));
    });
    await allowance(one, 'signIn', address);
    await until('the other process to know', async () => (await allowance(two, 'signIn', address)) === 0);
    expect((await keys(redisUrl)).join()).not.toContain('198.51');
  });

  it('go on in each process while Redis is away', async () => {
    const redis = await startRedisServer();
    await using rates = open(redis.url);
    expect(await allowance(rates, 'signIn', '192.0.2.1')).toBe(10);
    await redis[Symbol.asyncDispose]();
    expect(await allowance(rates, 'signIn', '192.0.2.9')).toBe(10);
  });
});

async function keys(redisUrl: string): Promise<string[]> {
  const redis = new Redis(redisUrl);
  try {
    return await redis.keys('limit:*');
  } finally {
    redis.disconnect();
  }
}

describe('an address', () => {
  it.each([
    ['192.0.2.1', '192.0.2.1'],
    ['::ffff:192.0.2.1', '192.0.2.1'],
    ['2001:DB8:0:0:1::1', '2001:db8:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['64:ff9b::192.0.2.1', '64:ff9b:0:0::/64'],
  ])('%s counts as %s', (address, key) => expect(addressKey(address)).toBe(key));

  it.each([
    ['127.0.0.1', true],
    ['127.8.9.10', true],
    ['::1', true],
    ['::ffff:127.0.0.1', true],
    ['128.0.0.1', false],
    ['127.evil.example', false],
    ['', false],
  ])('"%s" is on this machine: %s', (address, expected) => expect(isLoopback(address)).toBe(expected));
});
