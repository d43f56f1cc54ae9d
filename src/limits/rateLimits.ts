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
   * Counts one try.
   * @param key what the limit is per: the address, the survey's slug or the user's id
   * @param address the caller's, for the exemption of loopback in the demo
   * @throws AppError RATE_LIMITED with `retryAfter` in seconds
   */
  take(limit: LimitName, key: string, address: string): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
}

interface RateLimitOptions {
  /** Unset: each process counts for itself. */
  redisUrl: string | undefined;
  /** Keys the HMAC under which addresses, slugs and ids are counted: none is stored in clear. */
  secret: string;
  /** In the demo a classroom on one machine can play: what comes from loopback is not counted at all. */
  exemptLoopback: boolean;
  log: Logger;
}

function connect(redisUrl: string, log: Logger): Redis {
  const redis = new Redis(redisUrl, {
    // A count must not wait for Redis to come back: the insurance counts meanwhile.
    enableOfflineQueue: false,
    maxRetriesPerRequest: 1,
    commandTimeout: 500,
  });
  redis.on('error', (error: Error) => log.warn({ error: error.message }, 'limits: redis is unreachable'));
  return redis;
}

/** The limits of the product, shared through Redis where there is one. */
export function createRateLimits({ redisUrl, secret, exemptLoopback, log }: RateLimitOptions): RateLimits {
  const redis = redisUrl === undefined ? undefined : connect(redisUrl, log);
  const limiters = new Map(
    (Object.keys(limits) as LimitName[]).map((name) => [name, createLimiter(name, redis)] as const),
  );
  const hidden = (limit: LimitName, key: string): string =>
    createHmac('sha256', secret)
      .update(`${limit}\0${limits[limit].per === 'address' ? addressKey(key) : key}`)
      .digest('base64url')
      .slice(0, 22);
  return {
    async take(limit, key, address) {
      if (exemptLoopback && isLoopback(address)) return;
      try {
        await limiters.get(limit)?.consume(hidden(limit, key));
      } catch (error) {
        if (!(error instanceof RateLimiterRes)) throw error;
        const retryAfter = Math.max(1, Math.ceil(error.msBeforeNext / 1_000));
        throw new AppError('RATE_LIMITED', 'Too many tries. Wait a little.', { retryAfter });
      }
    },
    async [Symbol.asyncDispose]() {
      redis?.disconnect();
    },
  };
}
