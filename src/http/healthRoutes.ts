import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import type { HttpHouse } from './house.js';
import { loggableError } from '../loggableError.js';
import { alwaysServed } from './shedLoad.js';

const CHECK_WITHIN_MS = 2_000;

/** @returns whether the check passed in time. What it threw goes to the log alone: it names hosts and users. */
async function passes(name: string, check: () => Promise<void>, log: Logger): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${CHECK_WITHIN_MS} ms`)), CHECK_WITHIN_MS);
  });
  try {
    await Promise.race([check(), late]);
    return true;
  } catch (error) {
    log.warn({ check: name, error: loggableError(error) }, 'not ready');
    return false;
  } finally {
    clearTimeout(timer);
  }
}

/**
 * `/healthz`: the process answers. `/readyz`: it can do its work, each check told by name; not while it stops, so that a load
 * balancer sends no one to a closing door.
 */
export function healthRoutes(app: FastifyInstance, house: HttpHouse, isStopping: () => boolean): void {
  app.get('/healthz', alwaysServed, async (_request, reply) =>
    reply.header('cache-control', 'no-store').send({ status: 'ok' }),
  );
  app.get('/readyz', alwaysServed, async (_request, reply) => {
    const names = Object.entries(house.checks);
    const results = await Promise.all(
      names.map(
        async ([name, check]) => [name, (await passes(name, check, house.log)) ? 'ok' : 'failing'] as const,
      ),
    );
    const ready = !isStopping() && results.every(([, result]) => result === 'ok');
    const status = isStopping() ? 'stopping' : ready ? 'ready' : 'not ready';
    if (!ready) void reply.code(503).header('retry-after', '2');
    return reply.header('cache-control', 'no-store').send({ status, checks: Object.fromEntries(results) });
  });
}
