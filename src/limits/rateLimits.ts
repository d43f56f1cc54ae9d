import { createHmac, createSecretKey } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Cluster, Redis } from 'ioredis';
import type { Logger } from 'pino';
import {
  BurstyRateLimiter,
  type RateLimiterAbstract,
  RateLimiterMemory,
  RateLimiterRedis,
  RateLimiterRes,
} from 'rate-limiter-flexible';
import type { OnUsage } from '../ai/ports.js';
import { AppError } from '../errors.js';
import { openRedis, type RedisAddress } from '../redis.js';
import { addressKey, isLoopback } from './addresses.js';

/** A rate limit: `points` within `seconds`, plus an optional burst on top. */
interface Limit {
  /** What is counted: an address (IPv6 by its /64), or the key the caller passes. */
  per: 'address' | 'survey' | 'user';
  points: number;
  seconds: number;
  burst?: { points: number; seconds: number };
}

/** All rate limits of the product. */
export const limits = {
  signIn: { per: 'address', points: 10, seconds: 60 },
  refresh: { per: 'address', points: 60, seconds: 60 },
  // A family or a class behind one address may answer within the same two minutes.
  submitPerAddress: { per: 'address', points: 10, seconds: 60, burst: { points: 20, seconds: 120 } },
  // Valid responses only: others would let anyone with the link lock the survey.
  submitPerSurvey: { per: 'survey', points: 60, seconds: 60 },
  createSurvey: { per: 'user', points: 20, seconds: 3_600 },
  // Each is up to three model calls.
  retry: { per: 'user', points: 30, seconds: 3_600 },
  // Each leads to a new persona version.
  practice: { per: 'user', points: 10, seconds: 3_600 },
  // Each is a model call. A conversation is slower than this.
  chat: { per: 'user', points: 20, seconds: 60 },
  // As fast as a person can write, so that someone in a crisis is not turned away.
  crisis: { per: 'user', points: 30, seconds: 60 },
  // Swiping, pinning, forgetting, stopping: enough for quick fingers, not for a program.
  conversation: { per: 'user', points: 120, seconds: 60 },
  // Reads a whole conversation.
  export: { per: 'user', points: 10, seconds: 3_600 },
  // Each stores a copy of everything for a day.
  dataExport: { per: 'user', points: 5, seconds: 86_400 },
  // A receipt is a secret. Guessing one is hopeless, and this makes it slow as well.
  receipt: { per: 'address', points: 30, seconds: 60 },
  // A page and three files, of which the browser keeps the files: two and a half megabytes.
  playground: { per: 'address', points: 30, seconds: 60 },
  // Each is drawn, or is a card that was drawn and comes back.
  picture: { per: 'user', points: 30, seconds: 60 },
  // One for each visit to a survey that ends early.
  surveyStop: { per: 'address', points: 30, seconds: 60 },
  // Each may have to be drawn. A page of links to personas loads a few at once.
  card: { per: 'address', points: 60, seconds: 60 },
} as const satisfies Record<string, Limit>;

export type LimitName = keyof typeof limits;

/**
 * Counts in Redis, and in this process while Redis is unreachable: a limit per process is better than no
 * limit or an outage.
 */
function window(
  keyPrefix: string,
  points: number,
  duration: number,
  redis: Redis | Cluster | undefined,
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
function createLimiter(
  name: LimitName,
  redis: Redis | Cluster | undefined,
): Pick<RateLimiterAbstract, 'consume'> {
  const limit = limits[name];
  const steady = window(`limit:${name}`, limit.points, limit.seconds, redis);
  if (!('burst' in limit)) return steady;
  return new BurstyRateLimiter(
    steady,
    window(`limit:${name}:burst`, limit.burst.points, limit.burst.seconds, redis),
  );
}

export interface RateLimits {
  /**
   * Counts one attempt.
   * @param key the address, or the id of the survey or user, depending on the limit
   * @param address the caller's, to exempt loopback in the demo
   * @throws AppError RATE_LIMITED with `retryAfter` in seconds
   */
  take(limit: LimitName, key: string, address: string): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
}

/** What each user's model calls may cost within a day. */
export interface DailyBudget {
  /**
   * Counts what is paid for a user, also for what friends' answers caused. A cost that is unknown counts as nothing.
   * @returns a function to call with the usage of each answer. It does not throw
   */
  chargeTo(userId: string): OnUsage;
  /**
   * Call it before an action of the user causes model calls. Calls that are under way are not counted yet, so
   * the last ones may exceed the budget.
   * @throws AppError RATE_LIMITED with `retryAfter` in seconds if nothing is left
   */
  assertLeft(em: EntityManager, userId: string): Promise<void>;
}

interface RateLimitOptions {
  /** If unset, each process counts on its own. */
  redis: RedisAddress | undefined;
  /** Key for the HMAC of addresses and ids, so that none is stored in clear text. */
  secret: string;
  /** Whether calls from loopback are not counted, so that a class can use a demo on one machine. */
  exemptLoopback: () => boolean;
  log: Logger;
}

function connect(address: RedisAddress, log: Logger): Redis | Cluster {
  // A count must not wait for Redis to come back. The in-process insurance limiter counts meanwhile.
  const redis = openRedis(address, {
    maxRetriesPerRequest: 1,
    commandTimeout: 500,
    retryAfterMs: 50,
    // Replaces a connection in which bytes are lost without a word.
    socketTimeout: 4_000,
  });
  redis.on('error', (error: Error) =>
    log.warn({ connection: 'limits', error: error.message }, 'redis unreachable'),
  );
  return redis;
}

/** Creates the rate limits, shared through Redis if it is configured. */
export function createRateLimits({
  redis: address,
  secret,
  exemptLoopback,
  log,
}: RateLimitOptions): RateLimits {
  const redis = address === undefined ? undefined : connect(address, log);
  const limiters = new Map(
    (Object.keys(limits) as LimitName[]).map((name) => [name, createLimiter(name, redis)] as const),
  );
  // Node 24 takes 20 µs more for each use of a text.
  const digestKey = createSecretKey(secret, 'utf8');
  const hashedKey = (limit: LimitName, key: string): string =>
    createHmac('sha256', digestKey)
      .update(`${limit}\0${limits[limit].per === 'address' ? addressKey(key) : key}`)
      .digest('base64url')
      .slice(0, 22);
  return {
    async take(limit, key, address) {
      if (exemptLoopback() && isLoopback(address)) return;
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
