import type { EntityManager, MikroORM } from '@mikro-orm/postgresql';
import type { Logger } from 'pino';
import type { Ai, Usage } from './ai/ports.js';
import type { ExportLinks } from './auth/exportLinks.js';
import type { GoogleIdentity } from './auth/googleIdentity.js';
import type { AccessTokens, RefreshTokens, Viewer } from './auth/tokens.js';
import type { FreshReads } from './database/replicas.js';
import type { GroupCommits } from './database/groupCommit.js';
import type { DailyBudget, RateLimits } from './limits/rateLimits.js';
import type { NotificationChannels } from './notifications/channels.js';
import type { Pubsub } from './pubsub/pubsub.js';
import type { Queue } from './queue/jobs.js';
import type { WorkMetrics } from './telemetry/workMetrics.js';

/** Resources that live as long as the process. */
export interface Services extends FreshReads {
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
  exportLinks: ExportLinks;
  limits: RateLimits;
  /** Lets writes that arrive at once share a commit. */
  commits: GroupCommits;
  budget: DailyBudget;
  /** Most versions of a persona that begin in one day. */
  dailyVersions: number;
  /** Push messages and e-mails to owners. */
  notifications: NotificationChannels;
  metrics: WorkMetrics;
  log: Logger;
}

/** The context of one request or subscription event: the services plus a fresh EntityManager. */
export interface Context extends Services {
  em: EntityManager;
  viewer: Viewer | null;
  /** The caller's address, used for rate limits only and never stored. */
  address: string;
  /** What the caller's program calls itself, one line of at most 255 characters; null if it does not say. */
  userAgent: string | null;
  /** What links start with. */
  origin: string;
  requestId: string;
}

type Request = Omit<Context, keyof Services | 'em'>;

/**
 * Creates what makes the context of a request. Its EntityManager is forked when it is first used, because many reads
 * need none.
 */
export function createContexts(services: Services): (request: Request) => Context {
  // On a prototype, because Apollo copies own properties and would use it.
  const shared = Object.defineProperty({}, 'em', {
    get(this: Context) {
      const em = services.orm.em.fork();
      Object.defineProperty(this, 'em', { value: em, enumerable: true });
      return em;
    },
  });
  return (request) => Object.assign(Object.create(shared) as Context, services, request);
}
