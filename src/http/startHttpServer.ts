import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { createApollo } from './createApollo.js';
import { createFastify } from './createFastify.js';
import type { HttpDependencies } from './dependencies.js';
import { HttpRefusal } from './errors/errorReply.js';
import { graphqlRoute } from './graphqlRoute.js';
import { healthRoutes } from './healthRoutes.js';
import { imageRoute } from './imageRoute.js';
import { countRefusals, logRequests } from './logRequests.js';
import { exportRoute } from './exportRoute.js';
import { createMetrics, type Metrics, metricsRoute } from './metrics.js';
import { createPublicReads } from './publicReads/publicReads.js';
import { startEventLoopTurn } from './eventLoopTurn.js';
import { rejectUnreadableRequests } from './rejectUnreadableRequests.js';
import { createServerOrigins, type ServerOrigins } from './serverOrigins.js';
import { shedLoad } from './shedLoad.js';
import { traceRequests } from './traceRequests.js';
import { acceptSockets } from './sockets/acceptSockets.js';
import { streamRoute } from './streamRoute.js';
import { createSubscriptions, type Subscriptions } from './subscriptions/createSubscriptions.js';
import { watchConnections } from './watchConnections.js';
import { cardRoute } from './web/cardRoute.js';
import { privatePictureRoutes } from './web/privatePictureRoutes.js';
import { surveyPictureRoute } from './web/surveyPictureRoute.js';
import { surveyStopRoute } from './web/surveyStopRoute.js';
import { unsubscribeRoute } from './web/unsubscribeRoute.js';
import { webRoutes } from './web/webRoutes.js';

/** Time that load balancers and clients with open connections have to notice that the server will stop. */
const NOTICE_WITHIN_MS = 3_000;
/** Connections that wait to be accepted. Node accepts one a turn, so a storm of clients outgrows its default of 511. */
const BACKLOG = 4_096;
/** Time that running requests have to finish once the server stops. */
const FINISH_WITHIN_MS = 10_000;

export interface HttpServer extends AsyncDisposable {
  /** The actual port, also if the configured port is 0. */
  port: number;
  /** URL of this process on this machine. Links use ORIGIN instead. */
  url: string;
  /**
   * Announces that the server will stop: /readyz fails, every response closes its connection, and WebSockets
   * are no longer accepted. Requests are still answered.
   * @returns when no HTTP connection is open, or after three seconds
   */
  drain: () => Promise<void>;
}

/** For "localhost", Fastify starts one server per address, and only one of them would accept WebSockets. */
const listenHost = (host: string): string => (host === 'localhost' ? '127.0.0.1' : host);

/** The port of a listening server. */
const portOf = (app: FastifyInstance): number => (app.server.address() as AddressInfo).port;

function urlOf({ address, port }: AddressInfo): string {
  const reachable = address === '0.0.0.0' ? '127.0.0.1' : address === '::' ? '::1' : address;
  return `http://${reachable.includes(':') ? `[${reachable}]` : reachable}:${port}`;
}

/** What routes know of the server that they belong to. */
interface RunningServer {
  /** Called by requests only, so the server is listening. */
  origins: () => ServerOrigins;
  metrics: Metrics;
  subscriptions: Subscriptions;
  isStopping: () => boolean;
}

async function routes(
  app: FastifyInstance,
  dependencies: HttpDependencies,
  { origins, metrics, subscriptions, isStopping }: RunningServer,
): Promise<() => void> {
  await webRoutes(app, dependencies, origins);
  cardRoute(app, dependencies, origins);
  surveyPictureRoute(app, dependencies);
  surveyStopRoute(app, dependencies);
  await unsubscribeRoute(app, dependencies);
  privatePictureRoutes(app, dependencies, origins);
  imageRoute(app, dependencies);
  exportRoute(app, dependencies);
  await registerDemo(app, dependencies, origins);
  healthRoutes(app, dependencies, isStopping);
  metricsRoute(app, metrics);
  app.addHook('onSend', async (_request, reply) => {
    if (isStopping()) void reply.header('connection', 'close');
  });
  return streamRoute(app, dependencies, { origins, metrics, subscriptions, isStopping });
}

/** Registers the demo's sign-in, guarded against callers who may not use it. */
async function registerDemo(
  app: FastifyInstance,
  { demo }: HttpDependencies,
  origins: () => ServerOrigins,
): Promise<void> {
  if (demo === undefined) return;
  app.addHook('onRequest', async ({ raw }) => demo.access.inspect(raw));
  await app.register(async (guarded) => {
    guarded.addHook('onRequest', async ({ raw }) => {
      if (!demo.access.allows(raw, origins().all)) throw new HttpRefusal(404);
    });
    demo.routes(guarded, () => origins().all);
  });
}

/** Subscriptions that would keep the server from closing. */
interface Opened {
  sockets?: AsyncDisposable;
  endStreams?: () => void;
}

/** Stops accepting requests, closes WebSockets with 1001 and lets running requests finish in limited time. */
async function close(app: FastifyInstance, { sockets, endStreams }: Opened): Promise<void> {
  const timeout = setTimeout(() => app.server.closeAllConnections(), FINISH_WITHIN_MS);
  const closed = app.close();
  endStreams?.();
  await sockets?.[Symbol.asyncDispose]();
  await closed;
  clearTimeout(timeout);
}

/**
 * Starts the server: GraphQL over HTTP and WebSocket, the web app, playground, images, health and metrics on
 * one port.
 * @throws if the port is in use. Nothing stays open in that case.
 */
export async function startHttpServer(dependencies: HttpDependencies): Promise<HttpServer> {
  const metrics = createMetrics(dependencies);
  const subscriptions = createSubscriptions(dependencies);
  const apollo = createApollo(dependencies, metrics);
  await apollo.start();
  const loop = startEventLoopTurn();
  const limits = { ...dependencies, turnMs: () => loop.turnMs() };
  const refused = countRefusals(dependencies.log, metrics);
  let isStopping = false;
  const publicReads = createPublicReads(dependencies, apollo, metrics, () => isStopping);
  const app = await createFastify(dependencies, (handler) =>
    publicReads.before(shedLoad(handler, limits, refused)),
  );
  const opened: Opened = {};
  const noConnections = watchConnections(app.server);
  let stopped: Promise<void> | undefined;
  let known: ServerOrigins | undefined;
  const origins = (): ServerOrigins =>
    (known ??= createServerOrigins(dependencies.config, portOf(app), dependencies.log));
  const drain = (): Promise<void> => {
    isStopping = true;
    return noConnections(NOTICE_WITHIN_MS);
  };
  const stop = (): Promise<void> => {
    isStopping = true;
    publicReads.close();
    return (stopped ??= close(app, opened).finally(() => (loop[Symbol.dispose](), apollo.stop())));
  };
  try {
    if (dependencies.config.traces !== undefined) traceRequests(app);
    logRequests(app, dependencies.log, metrics);
    rejectUnreadableRequests(app);
    opened.endStreams = await routes(app, dependencies, {
      origins,
      metrics,
      subscriptions,
      isStopping: () => isStopping,
    });
    graphqlRoute(app, dependencies, apollo, origins, publicReads);
    await app.listen({
      host: listenHost(dependencies.config.host),
      port: dependencies.config.port,
      backlog: BACKLOG,
    });
  } catch (error) {
    await stop();
    throw error;
  }
  const address = app.server.address() as AddressInfo;
  opened.sockets = acceptSockets(
    app.server,
    dependencies,
    origins(),
    metrics,
    subscriptions,
    () => isStopping,
  );
  return { port: address.port, url: urlOf(address), drain, [Symbol.asyncDispose]: stop };
}
