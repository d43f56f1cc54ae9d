import { createHmac } from 'node:crypto';
import { Redis } from 'ioredis';
import type { Logger } from 'pino';
import { RateLimiterRes } from 'rate-limiter-flexible';
import { AppError } from '../errors.js';
import { addressKey } from './addressKey.js';
import { createLimiter } from './createLimiter.js';
import { isLoopback } from './isLoopback.js';
import { limits, type LimitName } from './limits.js';

export interface RateLimits {
  /**
   * Counts one attempt.
   * @param key the address, the survey's slug or the user's id, depending on the limit
   * @param address the caller's, to exempt loopback in the demo
   * @throws AppError RATE_LIMITED with `retryAfter` in seconds
   */
  take(limit: LimitName, key: string, address: string): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
}

interface RateLimitOptions {
  /** If unset, each process counts on its own. */
  redisUrl: string | undefined;
  /** Key for the HMAC of addresses, slugs and ids, so that none is stored in clear text. */
  secret: string;
  /** Does not count calls from loopback, so that a class can use a demo on one machine. */
  exemptLoopback: boolean;
  log: Logger;
}

function connect(redisUrl: string, log: Logger): Redis {
  const redis = new Redis(redisUrl, {
    // A count must not wait for Redis to come back. The in-process insurance limiter counts meanwhile.
    enableOfflineQueue: false,
    maxRetriesPerRequest: 1,
    commandTimeout: 500,
  });
  redis.on('error', (error: Error) =>
    log.warn({ connection: 'limits', error: error.message }, 'redis unreachable'),
  );
  return redis;
}

/** Creates the rate limits, shared through Redis if it is configured. */
export function createRateLimits({ redisUrl, secret, exemptLoopback, log }: RateLimitOptions): RateLimits {
  const redis = redisUrl === undefined ? undefined : connect(redisUrl, log);
  const limiters = new Map(
    (Object.keys(limits) as LimitName[]).map((name) => [name, createLimiter(name, redis)] as const),
  );
  const hashedKey = (limit: LimitName, key: string): string =>
    createHmac('sha256', secret)
      .update(`${limit}\0${limits[limit].per === 'address' ? addressKey(key) : key}`)
      .digest('base64url')
      .slice(0, 22);
  return {
    async take(limit, key, address) {
      if (exemptLoopback && isLoopback(address)) return;
      try {
        await limiters.get(limit)?.consume(hashedKey(limit, key));
      } catch (error) {
        if (!(error instanceof RateLimiterRes)) throw error;
        const retryAfter = Math.max(1, Math.ceil(error.msBeforeNext / 1_000));
        throw new AppError('RATE_LIMITED', 'Too many requests. Try again later.', { retryAfter });
      }
    },
    async [Symbol.asyncDispose]() {
      redis?.disconnect();
    },
  };
}
