import type { EntityManager, MikroORM } from '@mikro-orm/postgresql';
import type { Logger } from 'pino';
import type { Ai, Usage } from './ai/ports.js';
import type { GoogleIdentity } from './auth/googleIdentity.js';
import type { AccessTokens, RefreshTokens, Viewer } from './auth/tokens.js';
import type { DailyBudget, RateLimits } from './limits/rateLimits.js';
import type { Pubsub } from './pubsub/pubsub.js';
import type { Queue } from './queue/jobs.js';

/** Resources that live as long as the process. */
export interface Services {
  /** Maximum size of a chat prompt, in tokens. */
  contextTokens: number;
  orm: MikroORM;
  queue: Queue;
  pubsub: Pubsub;
  ai: Ai;
  /** The cost of a call in US dollars, at the list prices and those of the settings; null if unknown. */
  costOf: (usage: Usage) => number | null;
  google: GoogleIdentity;
  /** Where a browser goes to sign in. `demo` means the stand-in, which asks for no password. */
  googleSignIn: { authorizationUrl: string; clientId: string; demo: boolean };
  accessTokens: AccessTokens;
  refreshTokens: RefreshTokens;
  limits: RateLimits;
  budget: DailyBudget;
  log: Logger;
}

/** The context of one request or subscription event: the services plus a fresh EntityManager. */
export interface Context extends Services {
  em: EntityManager;
  viewer: Viewer | null;
  /** The caller's address, used for rate limits only and never stored. */
  address: string;
  /** What links start with. */
  origin: string;
  requestId: string;
}
