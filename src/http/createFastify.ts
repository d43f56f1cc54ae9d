import helmet from '@fastify/helmet';
import fastify, { LogController, type FastifyBaseLogger, type FastifyInstance } from 'fastify';
import { errorReply } from './errorReply.js';
import type { HttpHouse } from './house.js';
import { requestId } from './requestId.js';

const MAX_BODY_BYTES = 100 * 1024;

/** Pages load from here alone and stand in no frame; what is not a page needs nothing at all and loses nothing. */
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

/** Fastify with our time limits, headers and error answers, and no route yet. */
export async function createFastify({ config, log }: HttpHouse): Promise<FastifyInstance> {
  const loggerInstance: FastifyBaseLogger = log.child(
    { part: 'http' },
    { level: log.isLevelEnabled('warn') ? 'warn' : log.level },
  );
  const app = fastify({
    loggerInstance,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: MAX_BODY_BYTES,
    // One proxy at most: trusting all hops would let callers choose their address.
    trustProxy: config.trustProxy ? (_address, hop) => hop === 0 : false,
    genReqId: requestId,
    requestIdHeader: false,
    // While stopping, requests on open connections are still answered, each as the last of its connection.
    return503OnClosing: false,
    requestTimeout: 30_000,
    keepAliveTimeout: 65_000,
    http: {
      headersTimeout: 10_000,
      connectionsCheckingInterval: 5_000,
      // Some HTTP clients offer h2c with every request; those are requests, not upgrades.
      shouldUpgradeCallback: ({ headers }) => headers.upgrade?.toLowerCase() === 'websocket',
    },
    frameworkErrors: (error, _request, reply) => void errorReply(error, reply, log),
  });
  // A form or a plain text needs no preflight from a foreign page: JSON is the only body there is.
  app.removeContentTypeParser('text/plain');
  app.setErrorHandler((error, _request, reply) => errorReply(error, reply, log));
  await app.register(helmet, { contentSecurityPolicy });
  return app;
}
