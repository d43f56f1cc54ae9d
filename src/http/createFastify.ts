import helmet from '@fastify/helmet';
import { createServer, type RequestListener, type ServerOptions } from 'node:http';
import fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify';
import type { HttpDependencies } from './dependencies.js';
import { sendErrorReply } from './errors/errorReply.js';
import { requestId } from './request.js';

const MAX_BODY_BYTES = 100 * 1024;

const serverOptions: ServerOptions = {
  requestTimeout: 30_000,
  headersTimeout: 10_000,
  keepAliveTimeout: 65_000,
  connectionsCheckingInterval: 5_000,
  // Some HTTP clients offer h2c with every request. Those are requests, not upgrades.
  shouldUpgradeCallback: ({ headers }) => headers.upgrade?.toLowerCase() === 'websocket',
};

/** Pages may load only from this origin and not in a frame. Responses that are not pages are unaffected. */
const contentSecurityPolicy = {
  useDefaults: false,
  directives: {
    defaultSrc: ["'self'"],
    baseUri: ["'none'"],
    formAction: ["'self'"],
    frameAncestors: ["'none'"],
    objectSrc: ["'none'"],
  },
};

/**
 * Creates Fastify with timeouts, security headers and error handling, and without routes.
 * @param guard wraps the handler of all requests, so that it can answer some before Fastify sees them
 */
export async function createFastify(
  { config, log }: HttpDependencies,
  guard: (handler: RequestListener) => RequestListener,
): Promise<FastifyInstance> {
  const loggerInstance: FastifyBaseLogger = log.child(
    { part: 'http' },
    { level: log.isLevelEnabled('warn') ? 'warn' : log.level },
  );
  const app = fastify({
    loggerInstance,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: MAX_BODY_BYTES,
    // Trusting every hop would let callers choose their address.
    trustProxy: config.proxies > 0 && ((_address, hop) => hop < config.proxies),
    genReqId: requestId,
    requestIdHeader: false,
    // During shutdown, each open connection still gets an answer to one last request.
    return503OnClosing: false,
    serverFactory: (handler) => createServer(serverOptions, guard(handler)),
    frameworkErrors: (error, _request, reply) => void sendErrorReply(error, reply, log),
  });
  // A foreign page can send forms and plain text without a preflight, so JSON is the only accepted body.
  app.removeContentTypeParser('text/plain');
  app.setErrorHandler((error, _request, reply) => sendErrorReply(error, reply, log));
  await app.register(helmet, { contentSecurityPolicy });
  return app;
}
