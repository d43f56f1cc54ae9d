import type { FastifyInstance } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import type { RoleReport } from '../ai/probe.js';
import type { ExportTarget } from '../auth/exportLinks.js';
import type { Viewer } from '../auth/tokens.js';
import type { Config } from '../config.js';
import type { Context } from '../context.js';
import type { CardContent } from '../images/characterCard/writeCharacterCard.js';
import type { Locale } from '../locale.js';
import type { RateLimits } from '../limits/rateLimits.js';
import type { Checks } from '../readiness.js';
import type { PublicPersonaType } from '../schema/persona/PublicPersonaType.js';
import type { DemoAccess } from './demoAccess.js';
import type { PublicSurveyType } from '../schema/survey/types.js';
import type { WatchPublicRow } from './publicReads/publicRows.js';
import type { MetricSources } from './metrics.js';
import type { Visit } from './web/visits.js';

/** What pages show to people without the app, by the secret in their address. Null if there is none. */
interface PublicPages {
  persona(slug: string): Promise<PublicPersonaType | null>;
  survey(slug: string): Promise<PublicSurveyType | null>;
  inviterLocale(code: string): Promise<Locale | null>;
  /** Counts a visit of a page, later and without the visitor. */
  count(slug: string, kind: `${'SURVEY' | 'PERSONA'}_${Visit}`): void;
  /** Counts that someone left a survey at a step, later and without who. @returns false if there is no such step */
  countStop(slug: string, step: unknown): boolean;
}

/** A finished reply of a mirror and what a picture of it shows besides. */
export interface ShownReply {
  text: string;
  locale: Locale;
  name: string;
  archetype: PublicPersonaType['archetype'];
  /** Null without an illustration. */
  portraitHash: string | null;
  /** Null unless the persona is public. */
  publicSlug: string | null;
}

/** What a picture of a comparison shows, in the language of the reader's persona. */
export interface ShownComparison {
  locale: Locale;
  /** The reader's own name and the other one's. */
  names: readonly [string, string];
  score: number;
  label: 'MIRROR' | 'KINDRED' | 'COMPLEMENT' | 'CONTRAST';
  reasons: string[];
}

/** The dependencies of the HTTP layer, which reads surveys and personas only for the pages that are shared. */
export interface HttpDependencies extends MetricSources {
  config: Config;
  log: Logger;
  schema: GraphQLSchema;
  /**
   * @returns null without a header
   * @throws AppError UNAUTHENTICATED for an invalid, expired or revoked token
   */
  authenticate(authorization: string | undefined): Promise<Viewer | null>;
  /** Creates a context with its own EntityManager, for one request or one subscription. */
  context(request: Pick<Context, 'viewer' | 'address' | 'userAgent' | 'requestId' | 'origin'>): Context;
  limits: Pick<RateLimits, 'take'>;
  checks: Checks;
  /** What is wrong with the configured models; empty before they were probed and in the demo. */
  modelWarnings(): readonly Pick<RoleReport, 'role' | 'warning'>[];
  /**
   * Calls `onEnd` once when any process revokes the session, or has revoked it just before the call.
   * @returns stops watching
   */
  watchSession(viewer: Viewer, onEnd: () => void): () => void;
  /** @param hash SHA-256 of the bytes, in hexadecimal */
  findImage(hash: string): Promise<{ bytes: Buffer; isPublic: boolean } | null>;
  publicPages: PublicPages;
  watchPublicRow: WatchPublicRow;
  /** The file behind the last part of a private link. Null if it was not made here or has expired. */
  openExportLink(token: string): Promise<ExportTarget | null>;
  /** The file of an export of someone's data, in pieces. Null if there is none, or no more. */
  dataExport(exportId: string): Promise<{ bytes: number; pieces: AsyncIterable<Buffer> } | null>;
  /** A persona as a character card, and the hash of its picture. Null if there is none any more. */
  characterCard(personaId: string): Promise<(CardContent & { pictureHash: string }) | null>;
  /** A reply of the viewer's mirror by its id. Null if there is none, or it is not finished. */
  shownReply(viewer: Viewer, id: string): Promise<ShownReply | null>;
  /** A comparison of the viewer's by its id. Null if there is none, or not both owners allow sharing it. */
  shownComparison(viewer: Viewer, id: string): Promise<ShownComparison | null>;
  /** What the links in e-mails do, by their tokens. */
  unsubscribe: {
    isKnown(token: string): boolean;
    /** Turns an owner's e-mails off. @returns false for an unknown token */
    turnOff(token: string): Promise<boolean>;
  };
  /** Expected wait above which requests are refused, in milliseconds. Defaults to 50. */
  maxWaitMs?: number;
  /** How many requests may run at once. Defaults to 1,000. */
  maxRunning?: number;
  /** The folder of the built web app. It may not exist yet. */
  webFolder: string;
  /** Only in the demo: its sign-in pages, and who may use them. Everyone else gets 404. */
  demo?: { routes: DemoRoutes; access: DemoAccess };
}

/**
 * Registers routes.
 * @param origins the origins of this server, known once it listens
 */
export type DemoRoutes = (app: FastifyInstance, origins: () => ReadonlySet<string>) => void;
