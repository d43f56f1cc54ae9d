import type { FastifyInstance } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import type { Viewer } from '../auth/accessTokens.js';
import type { Config } from '../config.js';
import type { Context } from '../context.js';

/** The dependencies of the HTTP layer, which knows nothing about surveys and personas. */
export interface HttpDependencies {
  config: Config;
  log: Logger;
  schema: GraphQLSchema;
  /**
   * @returns null without a header
   * @throws AppError UNAUTHENTICATED for an invalid, expired or revoked token
   */
  authenticate(authorization: string | undefined): Promise<Viewer | null>;
  /** Creates a context with its own EntityManager, for one request or one subscription. */
  context(request: { viewer: Viewer | null; address: string; requestId: string }): Context;
  /** Readiness checks by name ('database', 'redis', 'queue'). Each resolves, or throws if it fails. */
  checks: Record<string, () => Promise<void>>;
  /**
   * Calls `onEnd` once when any process revokes the session, or has revoked it just before the call.
   * @returns stops watching
   */
  watchSession(viewer: Viewer, onEnd: () => void): () => void;
  /** @param hash SHA-256 of the bytes, in hexadecimal */
  findImage(hash: string): Promise<{ bytes: Buffer; isPublic: boolean } | null>;
  /** How long a new request would wait for a database connection, in milliseconds. */
  databaseWaitMs(): number;
  /** Expected wait above which requests are refused, in milliseconds. Defaults to 50. */
  maxWaitMs?: number;
  /** How many requests may run at once. Defaults to 1,000. */
  maxRunning?: number;
  /** The folder of the built web app. It may not exist yet. */
  webFolder: string;
  /** Whether callers on this machine are exempt from the limits per address. Only in the demo. */
  exemptLoopback?: boolean;
  /** Routes for direct callers on this machine; everyone else gets 404. The demo adds its sign-in pages here. */
  localRoutes?: LocalRoutes;
}

/**
 * Registers routes.
 * @param origins the origins of this server, known once it listens
 */
export type LocalRoutes = (app: FastifyInstance, origins: () => ReadonlySet<string>) => void;
