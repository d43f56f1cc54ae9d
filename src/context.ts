import type { EntityManager, MikroORM } from '@mikro-orm/postgresql';
import type { Logger } from 'pino';
import type { Ai } from './ai/ports.js';
import type { AccessTokens } from './auth/accessTokens.js';
import type { GoogleIdentity } from './auth/googleIdentity.js';
import type { Config } from './config.js';
import type { RateLimits } from './limits/rateLimits.js';
import type { Pubsub } from './pubsub/pubsub.js';
import type { Queue } from './queue/queue.js';

/** Who asks: taken from a verified access token whose session still stands. */
export interface Viewer {
  userId: string;
  sessionId: string;
  expiresAt: Date;
}

/** What lives as long as the process. */
export interface Services {
  config: Config;
  /** Public address, known once the server listens: links start with it. */
  origin: string;
  orm: MikroORM;
  queue: Queue;
  pubsub: Pubsub;
  ai: Ai;
  google: GoogleIdentity;
  /** Where a browser goes to sign in. `demo`: to the stand-in, which asks for no password. */
  googleSignIn: { authorizationUrl: string; clientId: string; demo: boolean };
  accessTokens: AccessTokens;
  limits: RateLimits;
  log: Logger;
}

/** What one request, one subscription event or one job may touch: a fresh EntityManager and the services. */
export interface Context extends Services {
  em: EntityManager;
  viewer: Viewer | null;
  /** The caller's address, for rate limits only: never stored. */
  address: string;
  requestId: string;
}
