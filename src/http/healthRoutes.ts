import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import { loggableError } from '../log.js';
import type { HttpDependencies } from './dependencies.js';

const CHECK_WITHIN_MS = 2_000;

/** @returns whether the check passed in time. Its error is only logged, because it names hosts and users. */
async function passes(name: string, check: () => Promise<void>, log: Logger): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`No answer within ${CHECK_WITHIN_MS} ms.`)), CHECK_WITHIN_MS);
  });
  try {
    await Promise.race([check(), timeout]);
    return true;
  } catch (error) {
    log.warn({ check: name, error: loggableError(error) }, 'readiness check failed');
    return false;
  } finally {
    clearTimeout(timer);
  }
}

/**
 * `/healthz` reports that the process answers. `/readyz` reports by name whether each check passes. It fails
 * during shutdown, so that a load balancer sends no more requests.
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
    const names = Object.entries(dependencies.checks);
    const results = await Promise.all(
      names.map(
        async ([name, check]) =>
          [name, (await passes(name, check, dependencies.log)) ? 'ok' : 'failing'] as const,
      ),
    );
    const ready = !isStopping() && results.every(([, result]) => result === 'ok');
    const status = isStopping() ? 'stopping' : ready ? 'ready' : 'not ready';
    if (!ready) void reply.code(503).header('retry-after', '2');
    return reply.header('cache-control', 'no-store').send({ status, checks: Object.fromEntries(results) });
  });
}
