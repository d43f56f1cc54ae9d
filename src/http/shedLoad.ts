import underPressure from '@fastify/under-pressure';
import type { FastifyInstance } from 'fastify';
import { AppError } from '../errors.js';

/** Average event loop lag of a sample above which new requests are rejected, in milliseconds. */
const MAX_LAG_MS = 400;
const SAMPLE_MS = 500;

class Overloaded extends AppError {
  constructor() {
    super('SERVICE_UNAVAILABLE', 'The server is overloaded. Try again.', { retryAfter: 2 });
  }
}

/** Options for routes that answer even under overload, such as health checks and metrics. */
export const exemptFromLoadShedding = { config: { pressureHandler: (): void => undefined } };

/** Rejects requests early when the event loop lags: a fast 503 with Retry-After instead of a slow timeout. */
export async function shedLoad(app: FastifyInstance, maxLagMs = MAX_LAG_MS): Promise<void> {
  await app.register(underPressure, {
    maxEventLoopDelay: maxLagMs,
    sampleInterval: SAMPLE_MS,
    // If the process was blocked for a whole sample, the plugin has no value for it and reports infinity.
    pressureHandler: async (_request, _reply, _type, lagMs = 0) => {
      if ((Number.isFinite(lagMs) ? lagMs : SAMPLE_MS) > maxLagMs) throw new Overloaded();
    },
  });
}

/**
 * Limits the number of concurrent requests. A slow database does not make the event loop lag, and without
 * this gate requests pile up until all of them time out.
 * @param most maximum number of concurrent requests
 */
export function createConcurrencyLimit(most: number) {
  let running = 0;
  return async function through<T>(work: () => Promise<T>): Promise<T> {
    if (running >= most) throw new Overloaded();
    running += 1;
    try {
      return await work();
    } finally {
      running -= 1;
    }
  };
}
