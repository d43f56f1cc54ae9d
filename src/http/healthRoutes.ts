import type { FastifyInstance } from 'fastify';
import { runChecks } from '../readiness.js';
import type { HttpDependencies } from './dependencies.js';

/**
 * `/healthz` reports that the process answers. `/readyz` reports by name whether each check passes. It fails
 * during shutdown, so that a load balancer sends no more requests. Whether each model role is well is shown and does
 * not count: without models answers are still accepted. Anyone may ask, so no model is named.
 */
export function healthRoutes(
  app: FastifyInstance,
  dependencies: HttpDependencies,
  isStopping: () => boolean,
): void {
  app.get('/healthz', async (_request, reply) =>
    reply.header('cache-control', 'no-store').send({ status: 'ok' }),
  );
  app.get('/readyz', async (_request, reply) => {
    const results = await runChecks(dependencies.checks, dependencies.log);
    const ready = !isStopping() && Object.values(results).every((result) => result === 'ok');
    const status = isStopping() ? 'stopping' : ready ? 'ready' : 'not ready';
    if (!ready) void reply.code(503).header('retry-after', '2');
    const models = dependencies
      .modelWarnings()
      .map(({ role, warning }) => [role, warning === null ? 'ok' : 'warning']);
    const details = models.length === 0 ? {} : { models: Object.fromEntries(models) as object };
    return reply.header('cache-control', 'no-store').send({ status, checks: results, ...details });
  });
}
