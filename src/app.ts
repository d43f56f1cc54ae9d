import { randomBytes } from 'node:crypto';
import type { Logger } from 'pino';
import { costOf } from './ai/costOf.js';
import { createAi } from './ai/createAi.js';
import type { Usage } from './ai/ports.js';
import { currentWarnings, probeModels, type RoleReport } from './ai/probe.js';
import { authenticate } from './auth/authenticate.js';
import { createGoogleIdentity } from './auth/googleIdentity.js';
import { watchSession } from './auth/sessions.js';
import { createAccessTokens, createRefreshTokens } from './auth/tokens.js';
import type { Config } from './config.js';
import type { Services } from './context.js';
import { startEmbeddedPostgres } from './database/embeddedPostgres.js';
import { loadDataKeys } from './database/loadDataKeys.js';
import { migrate } from './database/migrate.js';
import { checkDatabase, getOrCreateSecret, openDatabase } from './database/openDatabase.js';
import { createPoolWait } from './database/poolWait.js';
import { LostWork, lostWorkKinds } from './entities/LostWork.js';
import { createDemoAccess, demoSignInMode } from './http/demoAccess.js';
import { startHttpServer } from './http/startHttpServer.js';
import { webFolder } from './http/web/findFile.js';
import { createDailyBudget } from './limits/dailyBudget.js';
import { createRateLimits } from './limits/rateLimits.js';
import { demoModels } from './modelSettings.js';
import { createLocalPubsub } from './pubsub/localPubsub.js';
import { createRedisPubsub } from './pubsub/redisPubsub.js';
import { openQueue } from './queue/queue.js';
import type { RetryPolicy } from './queue/runJob.js';
import { type Checks, watchReadiness } from './readiness.js';
import { buildApiSchema } from './resolvers/index.js';
import { readShownReply } from './resolvers/chat/readShownReply.js';
import { readShownComparison } from './resolvers/comparison/readShownComparison.js';
import { createPublicPages } from './resolvers/publicPages.js';
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
  /** Resolves with the names of the failing checks when the process was unready for too long. */
  unready: Promise<string[]>;
  /**
   * Lets load balancers and clients go elsewhere before the process stops; see HttpServer. Requests are still
   * answered.
   */
  drain: () => Promise<void>;
  /** Asks the configured model providers, free of charge, what they can do. /readyz shows it from then on. */
  probeModels: () => Promise<RoleReport[]>;
}

/**
 * The composition root. Opens every resource in order of dependency and closes them in reverse, the database
 * last. A start that fails half-way closes what it has opened.
 * @param options.retries the queue's retry policy; tests shorten it
 * @param options.maxWaitMs expected wait above which requests are refused; tests allow more because they share
 *   the process
 * @throws DataFolderInUseError, or any error from listening or connecting
 */
export async function startApp(
  config: Config,
  log: Logger,
  options: { retries?: RetryPolicy; maxWaitMs?: number } = {},
): Promise<App> {
  await using opened = new AsyncDisposableStack();

  // 1. The database, migrated.
  const databaseUrl =
    config.databaseUrl ?? opened.use(await startEmbeddedPostgres({ dataDir: config.dataDir, log })).url;
  const directUrl = config.databaseDirectUrl ?? databaseUrl;
  await migrate(directUrl);
  const poolWait = createPoolWait();
  const orm = await openDatabase(databaseUrl, poolWait);
  opened.defer(() => orm.close(true));
  await loadDataKeys(orm, config);

  // 2. Events.
  const pubsub = opened.use(
    config.redisUrl === undefined ? createLocalPubsub() : createRedisPubsub(config.redisUrl, log),
  );

  // 3. Models and sign-in: the real ones, or stand-ins that speak the same protocols.
  const models = config.models ?? demoModels(opened.use(await startModelStandIn()).url, config.moderation);
  const ai = createAi(models, { isDemo: config.models === null, log });
  const issuer =
    config.googleClientId === undefined
      ? opened.use(await startIssuerStandIn((make) => getOrCreateSecret(orm, 'demo-issuer-key', make)))
      : undefined;
  const demo = issuer && {
    routes: issuer.signInRoutes,
    access: createDemoAccess(demoSignInMode(config), log),
  };
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
  const costAtPrices = (usage: Usage): number | null => costOf(usage, config.prices);
  const services: Services = {
    contextTokens: config.contextTokens,
    orm,
    queue: opened.use(await openQueue({ databaseUrl, listenUrl: directUrl, log, retries: options.retries })),
    pubsub,
    ai,
    costOf: costAtPrices,
    google,
    googleSignIn,
    accessTokens: createAccessTokens(secret),
    refreshTokens: createRefreshTokens(secret),
    limits: opened.use(
      createRateLimits({
        redisUrl: config.redisUrl,
        secret,
        exemptLoopback: () => demo?.access.exemptsLoopback() ?? false,
        log,
      }),
    ),
    budget: createDailyBudget({ dollars: config.dailyBudget, costOf: costAtPrices, em: orm.em, log }),
    log,
  };

  // Without Redis the process goes on with less comfort, and a restart would not bring Redis back.
  const essential: Checks = {
    database: () => checkDatabase(orm),
    queue: () => services.queue.check(),
  };
  const checks = config.redisUrl === undefined ? essential : { ...essential, redis: () => pubsub.check() };

  // 5. The workers and the HTTP server.
  if (config.role !== 'api')
    opened.use(await startWorkers(services, { besideRequests: config.role === 'all' }));
  let reports: RoleReport[] = [];
  let url: string | null = null;
  let drain = (): Promise<void> => Promise.resolve();
  if (config.role !== 'worker') {
    const schema = await buildApiSchema();
    const publicPages = createPublicPages(orm, log);
    const server = opened.use(
      await startHttpServer({
        config,
        log,
        schema,
        limits: services.limits,
        databaseWaitMs: () => poolWait.waitMs(),
        maxWaitMs: options.maxWaitMs,
        authenticate: (authorization) => authenticate(orm.em.fork(), services.accessTokens, authorization),
        context: (request) => ({ ...services, ...request, em: orm.em.fork() }),
        checks,
        modelWarnings: () => currentWarnings(reports, ai),
        countLostWork: async () => {
          const found = await orm.em.fork().find(LostWork, {});
          const none = lostWorkKinds.map((kind) => [kind, 0] as const);
          return Object.fromEntries([...none, ...found.map((one) => [one.kind, one.found] as const)]);
        },
        watchSession: (viewer, onEnd) => watchSession(services, viewer, onEnd),
        findImage: (hash) => publicPages.image(hash),
        publicPages,
        shownReply: (viewer, id) => readShownReply(orm.em.fork(), viewer.userId, id),
        shownComparison: (viewer, id) => readShownComparison(orm.em.fork(), viewer.userId, id),
        webFolder: webFolder(),
        demo,
      }),
    );
    url = `http://localhost:${server.port}`;
    drain = server.drain;
  }

  const watch = opened.use(watchReadiness(essential, { seconds: config.exitAfterUnreadySeconds, log }));
  const closing = opened.move();
  return {
    url,
    services,
    unready: watch.lost,
    drain,
    probeModels: async () => (reports = config.models === null ? [] : await probeModels(models, ai, log)),
    [Symbol.asyncDispose]: () => closing.disposeAsync(),
  };
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
