import type { Redis } from 'ioredis';
import {
  BurstyRateLimiter,
  RateLimiterMemory,
  RateLimiterRedis,
  type RateLimiterAbstract,
} from 'rate-limiter-flexible';
import { limits, type LimitName } from './limits.js';

/**
 * Counts in Redis, and in this process while Redis is unreachable: a limit per process is better than no
 * limit or an outage.
 */
function window(
  keyPrefix: string,
  points: number,
  duration: number,
  redis: Redis | undefined,
): RateLimiterAbstract {
  const inProcess = new RateLimiterMemory({ keyPrefix, points, duration });
  if (redis === undefined) return inProcess;
  return new RateLimiterRedis({
    storeClient: redis,
    keyPrefix,
    points,
    duration,
    rejectIfRedisNotReady: true,
    insuranceLimiter: inProcess,
  });
}

/** Creates the counter of one limit. @param redis shares the count between processes */
export function createLimiter(
  name: LimitName,
  redis: Redis | undefined,
): Pick<RateLimiterAbstract, 'consume'> {
  const limit = limits[name];
  const steady = window(`limit:${name}`, limit.points, limit.seconds, redis);
  if (!('burst' in limit)) return steady;
  return new BurstyRateLimiter(
    steady,
    window(`limit:${name}:burst`, limit.burst.points, limit.burst.seconds, redis),
  );
}
