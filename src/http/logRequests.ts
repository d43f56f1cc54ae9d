import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import type { Metrics } from './metrics.js';
import type { RequestScope } from './request.js';

/** Kept outside the request, so that no other plugin can depend on a decorator of ours. */
const scopes = new WeakMap<FastifyRequest, RequestScope>();

/** Stores the scope of a request, so that its log line can name the operation. */
export function setRequestScope(request: FastifyRequest, scope: RequestScope): void {
  scopes.set(request, scope);
}

/** Logs one line per request, without headers, address and body: they hold tokens, locations and answers. */
export function logRequests(app: FastifyInstance, log: Logger, metrics: Metrics): void {
  app.addHook('onRequest', async (request, reply) => {
    void reply.header('x-request-id', request.id);
  });
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'unmatched';
    metrics.countRequest(request.method, route, reply.statusCode);
    log.info(
      {
        method: request.method,
        route,
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime),
        operation: scopes.get(request)?.operationName ?? undefined,
        requestId: request.id,
      },
      'request',
    );
  });
}
