import type { GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import type { Config } from '../config.js';
import type { Context, Viewer } from '../context.js';

/** What the edge needs of the house. Nothing here knows a survey or a persona. */
export interface HttpHouse {
  config: Config;
  log: Logger;
  schema: GraphQLSchema;
  /** Null without a header. @throws AppError UNAUTHENTICATED for a bad, expired or revoked token */
  authenticate(authorization: string | undefined): Promise<Viewer | null>;
  /** A fresh context, with an EntityManager of its own, for one request or one subscription. */
  context(request: { viewer: Viewer | null; address: string; requestId: string }): Context;
  /** Readiness by name ('database', 'redis', 'queue'): each resolves or throws. */
  checks: Record<string, () => Promise<void>>;
  /**
   * Calls `onEnd` once when the session is revoked, by whatever process, also when that happened just before the call.
   * @returns ends the watch
   */
  watchSession(viewer: Viewer, onEnd: () => void): () => void;
  /** @param hash SHA-256 of the bytes, hex */
  findImage(hash: string): Promise<{ bytes: Buffer; isPublic: boolean } | null>;
  /** How long the event loop may lag on average before requests are turned away, in milliseconds; 400 by default. */
  maxLagMs?: number;
  /** Where the built web app is, or will be once it is built. */
  webFolder: string;
  /** Only in the demo: the issuer that stands in for Google. */
  demoIssuer?: {
    clientId: string;
    /** @returns an id token for whoever says so */
    mint(person: { email: string; name: string; givenName?: string; nonce?: string }): Promise<string>;
  };
}
