import { randomBytes } from 'node:crypto';
import type { Logger } from 'pino';
import type { Cooling } from './ai/breaker.js';
import { costOf } from './ai/costOf.js';
import { createAi } from './ai/createAi.js';
import type { Usage } from './ai/ports.js';
import { currentWarnings, probeModels, type RoleReport } from './ai/probe.js';
import { authenticate } from './auth/authenticate.js';
import { createExportLinks } from './auth/exportLinks.js';
import { createSessionLookup } from './auth/sessionLookup.js';
import { watchSession } from './auth/sessions.js';
import { createAccessTokens, createRefreshTokens } from './auth/tokens.js';
import type { Config } from './config.js';
import { createContexts, type Services } from './context.js';
import { GroupCommits } from './database/groupCommit.js';
import { connectDatabase } from './database/connectDatabase.js';
import { checkDatabase, getOrCreateSecret } from './database/openDatabase.js';
import { readRevisions } from './database/readRevisions.js';
import { countLostWork } from './entities/LostWork.js';
import { createMetrics, type MetricSources } from './http/metrics.js';
import { startMetricsServer } from './http/metricsServer.js';
import { startHttpServer } from './http/startHttpServer.js';
import { webFolder } from './http/web/findFile.js';
import { createDailyBudget } from './limits/dailyBudget.js';
import { createRateLimits } from './limits/rateLimits.js';
import { demoModels } from './modelSettings.js';
import { createNotificationChannels } from './notifications/channels.js';
import { makeVapidKeys } from './notifications/pushSender.js';
import { createUnsubscribe } from './notifications/unsubscribeLinks.js';
import { openPubsub } from './pubsub/openPubsub.js';
import { readWaitingJobs } from './queue/waitingJobs.js';
import { openQueue } from './queue/queue.js';
import type { RetryPolicy } from './queue/runJob.js';
import { type Checks, watchReadiness } from './readiness.js';
import { buildApiSchema } from './resolvers/index.js';
import { createExportedFiles } from './resolvers/account/exportedFiles.js';
import { readDataExport } from './resolvers/account/readDataExport.js';
import { readCharacterCard } from './resolvers/persona/characterCardView.js';
import { readShownReply } from './resolvers/chat/readShownReply.js';
import { readShownComparison } from './resolvers/comparison/readShownComparison.js';
import { createPublicPages } from './resolvers/publicPages.js';
import { createRowWatch } from './resolvers/watchPublicRow.js';
import { openSignIn } from './signIn.js';
import type { TraceSettings } from './telemetry/traceSettings.js';
import { createWorkMetrics } from './telemetry/workMetrics.js';
import { startWorkers } from './workers/index.js';

/** About reading speed, so that a demo reply streams like a real one. */
const DEMO_TOKENS_PER_SECOND = 30;

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
 * @param options.cooling when calls are withheld from a provider that fails; tests shorten it
 * @param options.webFolder the folder of the built web app, if it is not the usual one
 * @param options.maxWaitMs expected wait above which requests are refused; tests allow more because they share
 *   the process
 * @throws DataFolderInUseError, or any error from listening or connecting
 */
export async function startApp(
  config: Config,
  log: Logger,
  options: { retries?: RetryPolicy; cooling?: Cooling; maxWaitMs?: number; webFolder?: string } = {},
): Promise<App> {
  await using opened = new AsyncDisposableStack();
  const metrics = createWorkMetrics();
  const isTraced = config.traces !== undefined;
  if (config.traces !== undefined) opened.use(await loadTracing(config.traces, config.role, log));

  // 1. The database, migrated.
  const { orm, poolWait, databaseUrl, directUrl, replicas, reads } = await connectDatabase(
    config,
    opened,
    log,
    metrics.observeConnectionWait,
  );

  // 2. Events.
  const pubsub = opened.use(
    await openPubsub({
      redis: config.redis,
      isTraced,
      readRevisions: (topic, ids) => readRevisions(orm.em.fork(), topic, ids),
      log,
    }),
  );

  // 3. Models and sign-in: the real ones, or stand-ins that speak the same protocols.
  const models = config.models ?? demoModels(opened.use(await startModelStandIn()).url, config.moderation);
  const costAtPrices = (usage: Usage): number | null => costOf(usage, config.prices);
  const ai = createAi(models, {
    isDemo: config.models === null,
    log,
    metrics,
    costOf: costAtPrices,
    cooling: options.cooling,
  });
  const { google, googleSignIn, demo } = await openSignIn(config, orm, opened, log);
  const secret =
    config.appSecret ??
    (await getOrCreateSecret(orm, 'app-secret', () => randomBytes(48).toString('base64url')));

  // 4. The services that requests and jobs share.
  const services: Services = {
    contextTokens: config.contextTokens,
    orm,
    preparedRead: reads.preparedRead,
    readRows: reads.readRows,
    queue: opened.use(
      await openQueue({
        databaseUrl,
        listenUrl: directUrl,
        log,
        retries: options.retries,
        onJobEnd: metrics.observeJob,
        isTraced,
      }),
    ),
    pubsub,
    ai,
    costOf: costAtPrices,
    google,
    googleSignIn,
    accessTokens: createAccessTokens(secret),
    refreshTokens: createRefreshTokens(secret),
    exportLinks: createExportLinks(secret),
    limits: opened.use(
      createRateLimits({
        redis: config.redis,
        secret,
        exemptLoopback: () => demo?.access.exemptsLoopback() ?? false,
        log,
      }),
    ),
    dailyVersions: config.dailyVersions,
    commits: new GroupCommits(),
    budget: createDailyBudget({ dollars: config.dailyBudget, costOf: costAtPrices, em: orm.em, log }),
    notifications: createNotificationChannels({
      vapidKeys: await getOrCreateSecret(orm, 'vapid-keys', makeVapidKeys),
      secret,
      publicOrigin: config.origin ?? `http://localhost:${config.port}`,
      smtpUrl: config.smtpUrl,
      mailFrom: config.mailFrom,
      allowLoopback: config.allowsLoopbackPush,
    }),
    metrics,
    log,
  };

  // Without Redis the process goes on with less comfort, and a restart would not bring Redis back.
  const essential: Checks = {
    database: () => checkDatabase(orm),
    queue: () => services.queue.check(),
  };
  const checks = config.redis === undefined ? essential : { ...essential, redis: () => pubsub.check() };

  // 5. The workers and the HTTP server.
  const schema = await buildApiSchema();
  if (config.role !== 'api')
    opened.use(
      await startWorkers(services, {
        besideRequests: config.role === 'all',
        exportedFiles: createExportedFiles(schema, services),
      }),
    );
  const metricSources: MetricSources = {
    metrics,
    databaseWaitMs: () => poolWait.waitMs(),
    waitingJobs: () => readWaitingJobs(orm.em.fork()),
    countLostWork: () => countLostWork(orm.em.fork()),
    replicas: replicas && (() => replicas.figures()),
  };
  if (config.role === 'worker' && config.metricsPort !== undefined)
    opened.use(
      await startMetricsServer(createMetrics(metricSources), { host: config.host, port: config.metricsPort }),
    );
  let reports: RoleReport[] = [];
  let url: string | null = null;
  let drain = (): Promise<void> => Promise.resolve();
  if (config.role !== 'worker') {
    const publicPages = createPublicPages(services);
    const isActive = createSessionLookup(orm);
    const server = opened.use(
      await startHttpServer({
        config,
        log,
        schema,
        limits: services.limits,
        ...metricSources,
        databaseWaitMs: () => Math.max(poolWait.waitMs(), services.commits.waitMs()),
        maxWaitMs: options.maxWaitMs,
        authenticate: (authorization) => authenticate(isActive, services.accessTokens, authorization),
        context: createContexts(services),
        checks,
        modelWarnings: () => currentWarnings(reports, ai),
        watchSession: (viewer, onEnd) => watchSession(services, viewer, onEnd),
        findImage: (hash) => publicPages.image(hash),
        publicPages,
        watchPublicRow: createRowWatch(services),
        dataExport: (exportId) => readDataExport(orm, exportId),
        characterCard: (personaId) => readCharacterCard(orm.em.fork(), personaId),
        openExportLink: (token) => services.exportLinks.open(token),
        shownReply: (viewer, id) => readShownReply(orm.em.fork(), viewer.userId, id),
        shownComparison: (viewer, id) => readShownComparison(orm.em.fork(), viewer.userId, id),
        unsubscribe: createUnsubscribe(orm, services.notifications.unsubscribeTokens),
        webFolder: options.webFolder ?? webFolder(),
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

/** Loads OpenTelemetry's SDK, which a process without a collector never does. */
async function loadTracing(settings: TraceSettings, role: string, log: Logger): Promise<AsyncDisposable> {
  const { startTracing } = await import('./telemetry/startTracing.js');
  return startTracing(settings, role, log);
}

/** Loaded only when no provider is set: a process with real settings never runs it. */
async function startModelStandIn() {
  const { startOpenAiStandIn } = await import('../stand-ins/openai/server/server.js');
  return startOpenAiStandIn({ tokensPerSecond: DEMO_TOKENS_PER_SECOND });
}
