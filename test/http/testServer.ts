import { EventEmitter } from 'node:events';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { pino } from 'pino';
import type { Viewer } from '../../src/auth/tokens.js';
import { readConfig } from '../../src/config.js';
import type { Context } from '../../src/context.js';
import { unauthenticated } from '../../src/errors.js';
import { createDemoAccess, demoSignInMode } from '../../src/http/demoAccess.js';
import type { HttpDependencies } from '../../src/http/dependencies.js';
import { type HttpServer, startHttpServer } from '../../src/http/startHttpServer.js';
import { createLog } from '../../src/log.js';
import { createWorkMetrics } from '../../src/telemetry/workMetrics.js';
import { demoSignInRoutes } from '../../stand-ins/google/signIn/routes.js';
import { PATIENCE_MS } from '../testkit/patience.js';
import { createTestSchema } from './testSchema.js';

export const viewer: Viewer = {
  userId: 'user-1',
  sessionId: 'session-1',
  expiresAt: new Date(Date.now() + 900_000),
};

/** The edge looks into no context; the resolvers of the test schema look at the viewer alone. */
const contextOf = (request: Pick<Context, 'viewer' | 'address' | 'requestId' | 'origin'>): Context =>
  ({ ...request }) as unknown as Context;

/** The settings that production requires. */
export const production = {
  NODE_ENV: 'production',
  DATABASE_URL: 'postgres://127.0.0.1/x',
  ORIGIN: 'https://mirai.example',
  APP_SECRET: 'x'.repeat(32),
  GOOGLE_CLIENT_ID: 'x',
  OPENAI_API_KEY: 'x',
};

export interface TestServer extends AsyncDisposable {
  server: HttpServer;
  url: string;
  /** Address of the sockets. */
  socketUrl: string;
  events: EventEmitter;
  /** How many events each source of `bulk` has given, in the order of subscribing. */
  produced: number[];
  /** Emit 'end' to revoke the session. */
  sessions: EventEmitter;
  contexts: Context[];
  /** All that was logged. */
  logged: () => string;
}

/** The edge on a free port, with a schema that fails in every way. @param env settings @param parts of the dependencies to replace */
export async function startTestServer(
  env: Record<string, string> = {},
  parts: Partial<HttpDependencies> = {},
): Promise<TestServer> {
  const { schema, events, produced } = createTestSchema();
  const sessions = new EventEmitter().setMaxListeners(0);
  const contexts: Context[] = [];
  const lines: string[] = [];
  const sink = new Writable({
    write(chunk, _encoding, done) {
      lines.push(String(chunk));
      done();
    },
  });
  const config = readConfig({ PORT: '0', LOG_LEVEL: 'debug', ...env });
  const testServer: HttpDependencies = {
    config,
    log: createLog(config, sink),
    schema,
    async authenticate(authorization) {
      if (authorization === undefined) return null;
      if (authorization !== 'Bearer good') throw unauthenticated();
      return viewer;
    },
    context(request) {
      const context = contextOf(request);
      contexts.push(context);
      return context;
    },
    limits: { take: async () => undefined },
    checks: { database: async () => undefined },
    modelWarnings: () => [],
    metrics: createWorkMetrics(),
    countLostWork: async () => ({ step: 0 }),
    waitingJobs: async () => [{ job: 'synthesizePersona', count: 2, oldestSeconds: 1.5 }],
    watchSession(_viewer, onEnd) {
      sessions.once('end', onEnd);
      return () => sessions.off('end', onEnd);
    },
    findImage: async () => null,
    publicPages: {
      persona: async () => null,
      survey: async (slug) => ({ slug, ownerName: 'Mina', locale: 'EN', status: 'OPEN', questions: [] }),
      inviterLocale: async () => null,
      count: () => undefined,
      countStop: () => true,
    },
    watchPublicRow: async () => null,
    openExportLink: async () => null,
    dataExport: async () => null,
    characterCard: async () => null,
    shownReply: async () => null,
    shownComparison: async () => null,
    // Not built, unless a test says where.
    unsubscribe: { isKnown: () => false, turnOff: async () => false },
    webFolder: join(import.meta.dirname, 'no-web'),
    // Other work on the machine delays this process too, so only tests of the limit set another one.
    databaseWaitMs: () => 0,
    maxWaitMs: PATIENCE_MS,
    ...parts,
  };
  const server = await startHttpServer(testServer);
  return {
    server,
    url: server.url,
    socketUrl: `${server.url.replace('http', 'ws')}/graphql`,
    events,
    produced,
    sessions,
    contexts,
    logged: () => lines.join(''),
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  };
}

/** The edge with the demo's sign-in, which mints by the given issuer. */
export function startDemoServer(
  issuer: Parameters<typeof demoSignInRoutes>[0],
  env: Record<string, string> = {},
): Promise<TestServer> {
  const access = createDemoAccess(demoSignInMode(readConfig(env)), pino({ level: 'silent' }));
  return startTestServer(env, { demo: { routes: demoSignInRoutes(issuer), access } });
}
