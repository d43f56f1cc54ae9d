import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { createApollo } from './createApollo.js';
import { createFastify } from './createFastify.js';
import { createMetrics, type Metrics } from './createMetrics.js';
import { demoIdTokenRoute } from './demoIdTokenRoute.js';
import { demoSignInRoutes } from './demoSignIn/demoSignInRoutes.js';
import { graphqlRoute } from './graphqlRoute.js';
import { guardRequests } from './guardRequests.js';
import { healthRoutes } from './healthRoutes.js';
import type { HttpHouse } from './house.js';
import { imageRoute } from './imageRoute.js';
import { logRequests } from './logRequests.js';
import { metricsRoute } from './metricsRoute.js';
import { shedLoad } from './shedLoad.js';
import { acceptSockets } from './sockets/acceptSockets.js';
import { allowedOrigins } from './sockets/allowedOrigins.js';
import { webRoutes } from './web/webRoutes.js';

/** How long requests in work may take to finish once the server stops. */
const FINISH_WITHIN_MS = 10_000;

export interface HttpServer extends AsyncDisposable {
  /** As listened on, also when the settings said 0. */
  port: number;
  /** Where this process can be reached from this machine; links use ORIGIN. */
  url: string;
}

/** Fastify listens on every address behind "localhost" by servers of their own, of which only one would take sockets. */
const listenHost = (host: string): string => (host === 'localhost' ? '127.0.0.1' : host);

/** Known once it listens. */
const portOf = (app: FastifyInstance): number => (app.server.address() as AddressInfo).port;

function urlOf({ address, port }: AddressInfo): string {
  const reachable = address === '0.0.0.0' ? '127.0.0.1' : address === '::' ? '::1' : address;
  return `http://${reachable.includes(':') ? `[${reachable}]` : reachable}:${port}`;
}

async function routes(
  app: FastifyInstance,
  house: HttpHouse,
  metrics: Metrics,
  isStopping: () => boolean,
): Promise<void> {
  // Asked for by requests only, and so once the server listens.
  const origins = (): Set<string> => allowedOrigins(house.config, portOf(app));
  await webRoutes(app, { folder: house.webFolder, origins });
  imageRoute(app, house);
  demoIdTokenRoute(app, house, origins);
  demoSignInRoutes(app, house, origins);
  healthRoutes(app, house, isStopping);
  metricsRoute(app, metrics);
  app.addHook('onSend', async (_request, reply) => {
    if (isStopping()) void reply.header('connection', 'close');
  });
}

/** Stops accepting, closes sockets with 1001, lets requests in work finish, all within a bound. */
async function close(app: FastifyInstance, sockets: AsyncDisposable | undefined): Promise<void> {
  const late = setTimeout(() => app.server.closeAllConnections(), FINISH_WITHIN_MS);
  const closed = app.close();
  await sockets?.[Symbol.asyncDispose]();
  await closed;
  clearTimeout(late);
}

/**
 * Opens the edge: GraphQL over HTTP and WebSocket, the playground, images, health and metrics, on one port.
 * @throws when the port is taken; nothing stays open then
 */
export async function startHttpServer(house: HttpHouse): Promise<HttpServer> {
  const metrics = createMetrics();
  const apollo = createApollo(house, metrics);
  await apollo.start();
  const app = await createFastify(house);
  const opened: { sockets?: AsyncDisposable } = {};
  let stopped: Promise<void> | undefined;
  const stop = (): Promise<void> => (stopped ??= close(app, opened.sockets).finally(() => apollo.stop()));
  try {
    await shedLoad(app, house.maxLagMs);
    logRequests(app, house.log, metrics);
    guardRequests(app);
    await routes(app, house, metrics, () => stopped !== undefined);
    graphqlRoute(app, house, apollo);
    await app.listen({ host: listenHost(house.config.host), port: house.config.port });
  } catch (error) {
    await stop();
    throw error;
  }
  const address = app.server.address() as AddressInfo;
  opened.sockets = acceptSockets(app.server, house, allowedOrigins(house.config, address.port), metrics);
  return { port: address.port, url: urlOf(address), [Symbol.asyncDispose]: stop };
}
