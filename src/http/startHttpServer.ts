import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';
import type { Config } from '../config.js';
import { createApollo } from './createApollo.js';
import { createFastify } from './createFastify.js';
import type { HttpDependencies } from './dependencies.js';
import { HttpRefusal } from './errors/errorReply.js';
import { graphqlRoute } from './graphqlRoute.js';
import { healthRoutes } from './healthRoutes.js';
import { imageRoute } from './imageRoute.js';
import { countRefusals, logRequests } from './logRequests.js';
import { createMetrics, type Metrics, metricsRoute } from './metrics.js';
import { startEventLoopTurn } from './eventLoopTurn.js';
import { rejectUnreadableRequests } from './rejectUnreadableRequests.js';
import { shedLoad } from './shedLoad.js';
import { acceptSockets } from './sockets/acceptSockets.js';
import { streamRoute } from './streamRoute.js';
import { watchConnections } from './watchConnections.js';
import { cardRoute } from './web/cardRoute.js';
import { replyPictureRoute } from './web/replyPictureRoute.js';
import { surveyPictureRoute } from './web/surveyPictureRoute.js';
import { surveyStopRoute } from './web/surveyStopRoute.js';
import { webRoutes } from './web/webRoutes.js';

/**
 * Origins of web pages that may open a socket: the public origin and, outside production, the names of this
 * machine. A demo with an ORIGIN for phones therefore still works at localhost.
 * @param port port the server listens on
 */
function allowedOrigins(config: Config, port: number): Set<string> {
  const allowed = new Set<string>();
  if (config.origin !== undefined) allowed.add(new URL(config.origin).origin);
  if (config.production) return allowed;
  const names = [
    'localhost',
    '127.0.0.1',
    '[::1]',
    config.host.includes(':') ? `[${config.host}]` : config.host,
  ];
  for (const name of names) allowed.add(new URL(`http://${name}:${port}`).origin);
  return allowed;
}

/** Time that load balancers and clients with open connections have to notice that the server will stop. */
const NOTICE_WITHIN_MS = 3_000;
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

async function routes(
  app: FastifyInstance,
  dependencies: HttpDependencies,
  metrics: Metrics,
  isStopping: () => boolean,
): Promise<() => void> {
  // Called by requests only, so the server is listening.
  const origins = (): Set<string> => allowedOrigins(dependencies.config, portOf(app));
  await webRoutes(app, dependencies, origins);
  cardRoute(app, dependencies);
  surveyPictureRoute(app, dependencies);
  surveyStopRoute(app, dependencies);
  replyPictureRoute(app, dependencies);
  imageRoute(app, dependencies);
  await registerDemo(app, dependencies, origins);
  healthRoutes(app, dependencies, isStopping);
  metricsRoute(app, metrics);
  app.addHook('onSend', async (_request, reply) => {
    if (isStopping()) void reply.header('connection', 'close');
  });
  return streamRoute(app, dependencies, { origins, metrics, isStopping });
}

/** Registers the demo's sign-in, guarded against callers who may not use it. */
async function registerDemo(
  app: FastifyInstance,
  { demo }: HttpDependencies,
  origins: () => ReadonlySet<string>,
): Promise<void> {
  if (demo === undefined) return;
  app.addHook('onRequest', async ({ raw }) => demo.access.inspect(raw));
  await app.register(async (guarded) => {
    guarded.addHook('onRequest', async ({ raw }) => {
      if (!demo.access.allows(raw, origins())) throw new HttpRefusal(404);
    });
    demo.routes(guarded, origins);
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
  const metrics = createMetrics(() => dependencies.countLostWork());
  const apollo = createApollo(dependencies, metrics);
  await apollo.start();
  const loop = startEventLoopTurn();
  const limits = { ...dependencies, turnMs: () => loop.turnMs() };
  const refused = countRefusals(dependencies.log, metrics);
  const app = await createFastify(dependencies, (handler) => shedLoad(handler, limits, refused));
  const opened: Opened = {};
  const noConnections = watchConnections(app.server);
  let isStopping = false;
  let stopped: Promise<void> | undefined;
  const drain = (): Promise<void> => {
    isStopping = true;
    return noConnections(NOTICE_WITHIN_MS);
  };
  const stop = (): Promise<void> => {
    isStopping = true;
    return (stopped ??= close(app, opened).finally(() => (loop[Symbol.dispose](), apollo.stop())));
  };
  try {
    logRequests(app, dependencies.log, metrics);
    rejectUnreadableRequests(app);
    opened.endStreams = await routes(app, dependencies, metrics, () => isStopping);
    graphqlRoute(app, dependencies, apollo);
    await app.listen({ host: listenHost(dependencies.config.host), port: dependencies.config.port });
  } catch (error) {
    await stop();
    throw error;
  }
  const address = app.server.address() as AddressInfo;
  opened.sockets = acceptSockets(
    app.server,
    dependencies,
    allowedOrigins(dependencies.config, address.port),
    metrics,
    () => isStopping,
  );
  return { port: address.port, url: urlOf(address), drain, [Symbol.asyncDispose]: stop };
}
