import type { RequestListener, ServerResponse } from 'node:http';
import type { HttpDependencies } from './dependencies.js';

/** Expected wait from which requests are refused, in milliseconds. */
export const MAX_WAIT_MS = 50;
/** A burst, such as a class that answers at once, or a pause of the machine may take longer. Overload is what does not pass. */
const BURST_FACTOR = 8;
const BURST_MS = 1_000;
/** Bounds the memory that requests hold while they wait for something else than this server, such as a model. */
const MAX_RUNNING = 1_000;
const RETRY_AFTER_SECONDS = 2;

const refusal = Buffer.from(
  JSON.stringify({
    errors: [
      {
        message: 'The server is overloaded. Try again.',
        extensions: { code: 'SERVICE_UNAVAILABLE', retryAfter: RETRY_AFTER_SECONDS },
      },
    ],
  }),
);
const refusalHeaders = {
  'content-type': 'application/json; charset=utf-8',
  'content-length': refusal.length,
  'retry-after': String(RETRY_AFTER_SECONDS),
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
};

/** A refusal must cost as little as possible, so it is prepared and its request's body is never read. */
function refuse(response: ServerResponse): void {
  response.writeHead(503, refusalHeaders).end(refusal);
}

/**
 * Whether a request uses the database. Everything else is served even under overload: health and metrics,
 * without which it could not be observed, and pages, which cost one file and can explain it. A published
 * persona's page and all drawn pictures need rows.
 */
const usesDatabase = (url = ''): boolean =>
  /^\/(?:graphql|images\/|p\/|messages\/|comparisons\/|s\/[^/]+\/preview\.png)/.test(url);

const isEventStream = (url = ''): boolean => url.startsWith('/graphql/stream');

/** When a server refuses requests. */
type LoadLimits = Pick<HttpDependencies, 'databaseWaitMs' | 'maxWaitMs' | 'maxRunning'> & {
  /** How long the current turn of the event loop has been running, in milliseconds. */
  turnMs(): number;
  /** A monotonic clock in milliseconds. */
  now?(): number;
};

/**
 * @returns whether the next request must be refused: it would have to wait too long for the database, or for
 *   the event loop
 */
function createOverloadCheck(limits: LoadLimits): () => boolean {
  const { maxWaitMs = MAX_WAIT_MS } = limits;
  let firstLongWait = -Infinity;
  let lastLongWait = -Infinity;
  return () => {
    // What arrives during a turn waits for the next one.
    const waitMs = Math.max(limits.turnMs(), limits.databaseWaitMs());
    if (waitMs <= maxWaitMs) return false;
    const now = limits.now?.() ?? performance.now();
    // Waits that are at the limit again and again are one overload, not many bursts.
    if (now - lastLongWait > BURST_MS) firstLongWait = now;
    lastLongWait = now;
    return waitMs > maxWaitMs * BURST_FACTOR || now - firstLongWait > BURST_MS;
  };
}

/**
 * Refuses requests before anything is done for them while new ones would have to wait: a fast 503 with
 * Retry-After instead of a slow timeout.
 * @param handler serves the requests that are not refused
 * @param onRefused called for each refused request with its method
 */
export function shedLoad(
  handler: RequestListener,
  limits: LoadLimits,
  onRefused: (method: string) => void,
): RequestListener {
  const { maxRunning = MAX_RUNNING } = limits;
  const isOverloaded = createOverloadCheck(limits);
  let running = 0;
  const ended = (): void => void (running -= 1);
  return (request, response) => {
    if (!usesDatabase(request.url)) return handler(request, response);
    if (running >= maxRunning || isOverloaded()) {
      refuse(response);
      return onRefused(request.method ?? '');
    }
    // An event stream waits for hours and costs nothing meanwhile, like a WebSocket.
    if (!isEventStream(request.url)) {
      running += 1;
      response.once('close', ended);
    }
    handler(request, response);
  };
}
