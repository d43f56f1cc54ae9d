import underPressure from '@fastify/under-pressure';
import type { FastifyInstance } from 'fastify';
import { AppError } from '../errors.js';

/** How long the event loop may lag on average of a sample before new requests are turned away, in milliseconds. */
const MAX_LAG_MS = 400;
const SAMPLE_MS = 500;

class Overloaded extends AppError {
  constructor() {
    super('SERVICE_UNAVAILABLE', 'Too busy right now. Try again.', { retryAfter: 2 });
  }
}

/** Routes that must answer while everything else is turned away: an overloaded process is alive, and wants to be measured. */
export const alwaysServed = { config: { pressureHandler: (): void => undefined } };

/** Turns requests away early when the process lags: a quick 503 with Retry-After instead of a slow timeout. */
export async function shedLoad(app: FastifyInstance, maxLagMs = MAX_LAG_MS): Promise<void> {
  await app.register(underPressure, {
    maxEventLoopDelay: maxLagMs,
    sampleInterval: SAMPLE_MS,
    // A process that stood still for a whole sample has no figure for it, which the plugin tells as endless.
    pressureHandler: async (_request, _reply, _type, lagMs = 0) => {
      if ((Number.isFinite(lagMs) ? lagMs : SAMPLE_MS) > maxLagMs) throw new Overloaded();
    },
  });
}

/**
 * Counts what is being worked on. A database that slows down does not make the event loop lag; without this gate requests
 * pile up behind it until all of them time out.
 * @param most requests in work at the same time
 */
export function createGate(most: number) {
  let inside = 0;
  return async function through<T>(work: () => Promise<T>): Promise<T> {
    if (inside >= most) throw new Overloaded();
    inside += 1;
    try {
      return await work();
    } finally {
      inside -= 1;
    }
  };
}
