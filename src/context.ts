import type { EntityManager, MikroORM } from '@mikro-orm/postgresql';
import type { Logger } from 'pino';
import type { Ai } from './ai/ports.js';
import type { AccessTokens, Viewer } from './auth/accessTokens.js';
import type { GoogleIdentity } from './auth/googleIdentity.js';
import type { Config } from './config.js';
import type { RateLimits } from './limits/rateLimits.js';
import type { Pubsub } from './pubsub/pubsub.js';
import type { Queue } from './queue/jobs.js';

/** Resources that live as long as the process. */
export interface Services {
  config: Config;
  /** Public address that links start with. Known once the server listens. */
  origin: string;
  orm: MikroORM;
  queue: Queue;
  pubsub: Pubsub;
  ai: Ai;
  google: GoogleIdentity;
  /** Where a browser goes to sign in. `demo` means the stand-in, which asks for no password. */
  googleSignIn: { authorizationUrl: string; clientId: string; demo: boolean };
  accessTokens: AccessTokens;
  /** APP_SECRET, or the one made at the first start. Keys are derived from it. */
  secret: string;
  limits: RateLimits;
  log: Logger;
}

/** The context of one request or subscription event: the services plus a fresh EntityManager. */
export interface Context extends Services {
  em: EntityManager;
  viewer: Viewer | null;
  /** The caller's address, used for rate limits only and never stored. */
  address: string;
  requestId: string;
}
