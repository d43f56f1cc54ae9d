import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import type { Metrics } from './metrics.js';
import { scopeOf } from './requestScope.js';

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
        operation: scopeOf(request)?.operationName ?? undefined,
        requestId: request.id,
      },
      'request',
    );
  });
}

const REFUSALS_EVERY_MS = 1_000;

/**
 * Counts requests that were refused under overload, and logs their number at most once a second, because a
 * line for each would cost more than the refusal.
 * @returns called for each of them
 */
export function countRefusals(log: Logger, metrics: Metrics): (method: string) => void {
  let refused = 0;
  return (method) => {
    metrics.countRequest(method, 'refused', 503);
    refused += 1;
    if (refused > 1) return;
    setTimeout(() => {
      log.warn({ refused }, 'overloaded, requests refused');
      refused = 0;
    }, REFUSALS_EVERY_MS).unref();
  };
}
