import { randomBytes } from 'node:crypto';
import type { Logger } from 'pino';
import { createAi } from './ai/createAi.js';
import { createAccessTokens } from './auth/accessTokens.js';
import { authenticate } from './auth/authenticate.js';
import { createGoogleIdentity } from './auth/googleIdentity.js';
import { watchSession } from './auth/sessions.js';
import type { Config } from './config.js';
import type { Services } from './context.js';
import { startEmbeddedPostgres } from './database/embeddedPostgres.js';
import { migrate } from './database/migrate.js';
import { getOrCreateSecret, openDatabase } from './database/openDatabase.js';
import { Image } from './entities/Image.js';
import { startHttpServer } from './http/startHttpServer.js';
import { webFolder } from './http/web/findFile.js';
import { createRateLimits } from './limits/rateLimits.js';
import { createLocalPubsub } from './pubsub/localPubsub.js';
import { createRedisPubsub } from './pubsub/redisPubsub.js';
import { openQueue } from './queue/queue.js';
import type { RetryPolicy } from './queue/runJob.js';
import { buildApiSchema } from './resolvers/index.js';
import { startWorkers } from './workers/index.js';

/** About reading speed, so that a demo reply streams like a real one. */
const DEMO_TOKENS_PER_SECOND = 30;

/** Google's authorization endpoint, as its discovery document names it. */
const GOOGLE_SIGN_IN = 'https://accounts.google.com/o/oauth2/v2/auth';
/** The stand-in's page, relative to the address at which the browser reaches this server. */
const DEMO_SIGN_IN = '/demo/google/authorize';

/** The running product. */
export interface App extends AsyncDisposable {
  /** Address of the HTTP server; null for a process that runs workers only. */
  url: string | null;
  services: Services;
}

/**
 * The composition root. Opens every resource in order of dependency and closes them in reverse, the database
 * last. A start that fails half-way closes what it has opened.
 * @param options.retries the queue's retry policy; tests shorten it
 * @param options.maxLagMs event loop lag above which requests are turned away; tests allow more because they
 *   share the process
 * @throws DataFolderInUseError, or any error from listening or connecting
 */
export async function startApp(
  config: Config,
  log: Logger,
  options: { retries?: RetryPolicy; maxLagMs?: number } = {},
): Promise<App> {
  await using opened = new AsyncDisposableStack();

  // 1. The database, migrated.
  const databaseUrl =
    config.databaseUrl ?? opened.use(await startEmbeddedPostgres({ dataDir: config.dataDir, log })).url;
  await migrate(databaseUrl);
  const orm = await openDatabase(databaseUrl);
  opened.defer(() => orm.close(true));

  // 2. Events.
  const pubsub = opened.use(
    config.redisUrl === undefined ? createLocalPubsub() : createRedisPubsub(config.redisUrl, log),
  );

  // 3. Models and sign-in: the real ones, or stand-ins that speak the same protocols.
  const isDemoAi = config.openai.apiKey === undefined && config.openai.baseUrl === undefined;
  const standIn = isDemoAi ? opened.use(await startModelStandIn()) : undefined;
  const ai = createAi({ ...config, standInUrl: standIn?.url }, log);
  const issuer =
    config.googleClientId === undefined
      ? opened.use(await startIssuerStandIn((make) => getOrCreateSecret(orm, 'demo-issuer-key', make)))
      : undefined;
  const googleSignIn = {
    authorizationUrl: issuer === undefined ? GOOGLE_SIGN_IN : DEMO_SIGN_IN,
    clientId: config.googleClientId ?? issuer?.clientId ?? '',
    demo: issuer !== undefined,
  };
  const google = createGoogleIdentity({
    clientId: googleSignIn.clientId,
    certsUrl: issuer?.certsUrl,
  });
  const secret =
    config.appSecret ??
    (await getOrCreateSecret(orm, 'app-secret', () => randomBytes(48).toString('base64url')));

  // 4. The services that requests and jobs share.
  const services: Services = {
    config,
    origin: config.origin ?? '',
    orm,
    queue: opened.use(await openQueue({ databaseUrl, log, retries: options.retries })),
    pubsub,
    ai,
    google,
    googleSignIn,
    accessTokens: createAccessTokens(secret),
    secret,
    limits: opened.use(
      createRateLimits({ redisUrl: config.redisUrl, secret, exemptLoopback: issuer !== undefined, log }),
    ),
    log,
  };

  // 5. The workers and the HTTP server.
  if (config.role !== 'api') opened.use(await startWorkers(services));
  let url: string | null = null;
  if (config.role !== 'worker') {
    const schema = await buildApiSchema();
    const server = opened.use(
      await startHttpServer({
        config,
        log,
        schema,
        limits: services.limits,
        maxLagMs: options.maxLagMs,
        authenticate: (authorization) => authenticate(orm.em.fork(), services.accessTokens, authorization),
        context: (request) => ({ ...services, ...request, em: orm.em.fork() }),
        checks: {
          database: async () => void (await orm.em.fork().execute('select 1')),
          ...(config.redisUrl === undefined ? {} : { redis: () => pubsub.check() }),
          queue: () => services.queue.check(),
        },
        watchSession: (viewer, onEnd) => watchSession(services, viewer, onEnd),
        findImage: async (hash) => {
          const image = await orm.em.fork().findOne(Image, { hash }, { populate: ['bytes'] });
          return image === null ? null : { bytes: Buffer.from(image.bytes), isPublic: false };
        },
        webFolder: webFolder(),
        exemptLoopback: issuer !== undefined,
        localRoutes: issuer?.signInRoutes,
      }),
    );
    url = `http://localhost:${server.port}`;
    services.origin = config.origin ?? url;
  }

  const closing = opened.move();
  return { url, services, [Symbol.asyncDispose]: () => closing.disposeAsync() };
}

// The stand-ins are loaded only when a real service is missing: a process with real settings never runs them.

async function startModelStandIn() {
  const { startOpenAiStandIn } = await import('../stand-ins/openai/server/server.js');
  return startOpenAiStandIn({ tokensPerSecond: DEMO_TOKENS_PER_SECOND });
}

/** @param getOrCreateKey keeps the key, so that all processes accept each other's tokens, also after a restart */
async function startIssuerStandIn(getOrCreateKey: (make: () => string) => Promise<string>) {
  const { newIssuerKey, startGoogleIssuer } = await import('../stand-ins/google/issuer.js');
  const { demoSignInRoutes } = await import('../stand-ins/google/signIn/routes.js');
  const issuer = await startGoogleIssuer({ privateKey: await getOrCreateKey(newIssuerKey) });
  return { ...issuer, signInRoutes: demoSignInRoutes(issuer) };
}
