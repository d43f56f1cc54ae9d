import { createClient, NetworkError } from 'graphql-sse';
import { parseStored, tabStorage } from '../../device/storage';
import { setConnection } from './connection';
import { failedChunks } from '../failedChunks';
import type { LiveSink, LiveTransport } from './liveTransport';
import { session } from '../session';
import { backoff, sleep } from '../wait';

/** Set while a proxy is known that delivers no response before its end. */
const KEY = 'mirai.bufferedStreams';
/** The server begins a stream with a comment. */
const FIRST_BYTE_WITHIN_MS = 3_000;
/** The server sends a comment every 12 s. */
const NEXT_BYTE_WITHIN_MS = 20_000;
/** Silences of a subscription's opened streams, one after the other, that reveal a proxy which delivers only the beginning. */
const SILENCES_OF_BUFFERING = 2;
const PAUSE_MS = 250;
/**
 * With HTTP/1.1 a browser opens six connections to a server, for all its tabs and everything they load. A page follows
 * two subscriptions, and its header the inbox.
 */
const LONG_STREAMS = { multiplexed: 12, single: 3 };
const BRIEF_STREAMS = 2;

type Payload = Parameters<LiveTransport['subscribe']>[0];

/**
 * Why a stream ended. `complete` and `refused` end the subscription too. `closed`: it was open. `lost`: it was not.
 * `silent`: nothing arrived, or nothing more.
 */
type StreamEnd =
  | { reason: 'complete' | 'closed' | 'lost' | 'tokenRejected' }
  | { reason: 'silent'; wasOpen: boolean }
  | { reason: 'refused'; errors: unknown };

/**
 * Subscriptions over Server-Sent Events, one request each. Behind a proxy that buffers responses, and beyond the
 * connections that the browser can spare, streams are brief and opened again and again.
 */
export function openEventStreams(): LiveTransport {
  const disposal = new AbortController();
  const hasManyConnections = isMultiplexed();
  const long = createPlaces(hasManyConnections ? LONG_STREAMS.multiplexed : LONG_STREAMS.single);
  const brief = createPlaces(BRIEF_STREAMS);
  let isBuffered = tabStorage.get(KEY) !== null;
  let rejectedToken: string | undefined;

  /** @param seen silences of the subscription so far */
  async function explain(end: StreamEnd, seen: { silences: number }): Promise<StreamEnd> {
    if (end.reason !== 'silent') {
      seen.silences = 0;
      return end;
    }
    // A server that is away is silent too.
    if (!(await failedChunks.isServerReachable())) return { reason: 'lost' };
    seen.silences += 1;
    if (!end.wasOpen || seen.silences >= SILENCES_OF_BUFFERING) {
      isBuffered = true;
      tabStorage.set(KEY, 'true');
    }
    return end;
  }
  async function openStream(
    payload: Payload,
    next: LiveSink['next'],
    leaving: AbortSignal,
    seen: { silences: number },
  ): Promise<StreamEnd> {
    const isLong = !isBuffered && long.take();
    if (!isLong) await brief.wait();
    const ending = new AbortController();
    const { signal } = ending;
    leaving.addEventListener('abort', () => ending.abort(), { signal });
    // Of tabs that share few connections, the one in front has them.
    if (!hasManyConnections)
      document.addEventListener('visibilitychange', () => document.hidden && ending.abort(), { signal });
    try {
      const token = await session.accessToken(rejectedToken);
      if (leaving.aborted || signal.aborted) return { reason: 'closed' };
      const end = await readStream(payload, { isBrief: !isLong, token, next, ending: signal });
      if (end.reason === 'tokenRejected') rejectedToken = token;
      return isLong && !signal.aborted ? await explain(end, seen) : end;
    } finally {
      ending.abort();
      (isLong ? long : brief).giveBack();
    }
  }
  async function follow(payload: Payload, sink: LiveSink, leaving: AbortSignal): Promise<void> {
    const seen = { silences: 0 };
    for (let failures = 0; !leaving.aborted;) {
      if (!hasManyConnections) await untilVisible();
      const end = await openStream(payload, sink.next, leaving, seen);
      if (leaving.aborted) return;
      if (end.reason === 'complete') return sink.complete();
      if (end.reason === 'refused') return sink.error(end.errors);
      if (end.reason === 'closed' || end.reason === 'silent') {
        failures = 0;
        await sleep(PAUSE_MS);
      } else {
        if (end.reason === 'lost') setConnection('reconnecting');
        await sleep(backoff(failures));
        failures += 1;
      }
    }
  }

  return {
    subscribe(payload, sink) {
      const leaving = new AbortController();
      const leave = (): void => leaving.abort();
      disposal.signal.addEventListener('abort', leave, { signal: leaving.signal });
      void follow(payload, sink, leaving.signal);
      return leave;
    },
    dispose() {
      tabStorage.remove(KEY);
      disposal.abort();
    },
  };
}

/** Opens a stream and reads it to its end. */
function readStream(
  payload: Payload,
  options: { isBrief: boolean; token: string | undefined; next: LiveSink['next']; ending: AbortSignal },
): Promise<StreamEnd> {
  const { isBrief, token, next, ending } = options;
  return new Promise((resolve) => {
    let isOpen = false;
    let watchdog: ReturnType<typeof setTimeout> | undefined;
    function expectBytes(within: number): void {
      clearTimeout(watchdog);
      watchdog = setTimeout(() => settle({ reason: 'silent', wasOpen: isOpen }), within);
    }
    function onBytes(): void {
      if (!isOpen) setConnection('connected');
      isOpen = true;
      expectBytes(NEXT_BYTE_WITHIN_MS);
    }
    /** The client of graphql-sse may miss an end that arrives together with the last event. */
    const onEnd = (): void => void setTimeout(() => settle({ reason: isOpen ? 'closed' : 'lost' }));
    function settle(end: StreamEnd): void {
      clearTimeout(watchdog);
      ending.removeEventListener('abort', leave);
      client.dispose();
      resolve(end);
    }
    const leave = (): void => settle({ reason: 'closed' });
    ending.addEventListener('abort', leave);
    const client = createClient({
      url: `/graphql/stream${isBrief ? '?brief' : ''}`,
      headers: token === undefined ? {} : { authorization: `Bearer ${token}` },
      retryAttempts: 0,
      fetchFn: async (address: string, init: RequestInit) =>
        watchBody(await fetch(address, init), onBytes, onEnd),
    });
    expectBytes(isBrief ? NEXT_BYTE_WITHIN_MS : FIRST_BYTE_WITHIN_MS);
    client.subscribe(payload, {
      next(result) {
        // Errors without data are the answer to the request, not to an event.
        if (result.errors === undefined || 'data' in result) next(result);
        else settle({ reason: 'refused', errors: result.errors });
      },
      error: (error) => void endOf(error, isOpen).then(settle),
      complete: () => settle({ reason: 'complete' }),
    });
  });
}

/** @param error what the client of graphql-sse failed with; a NetworkError may carry the server's answer */
async function endOf(error: unknown, wasOpen: boolean): Promise<StreamEnd> {
  const response = error instanceof NetworkError ? (error.response as Response | undefined) : undefined;
  if (response?.status === 401) return { reason: 'tokenRejected' };
  const answer = parseStored((await response?.text().catch(() => null)) ?? null) as {
    errors?: unknown;
  } | null;
  if (Array.isArray(answer?.errors)) return { reason: 'refused', errors: answer.errors };
  return { reason: wasOpen ? 'closed' : 'lost' };
}

/** The same response, whose body reports its bytes and its end. */
function watchBody(response: Response, onBytes: () => void, onEnd: () => void): Response {
  if (!response.ok || response.body === null) return response;
  const watched = response.body.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, controller) {
        onBytes();
        controller.enqueue(chunk);
      },
      flush: onEnd,
    }),
  );
  return new Response(watched, response);
}

/** Places for streams that may be open at the same time. */
function createPlaces(count: number) {
  let free = count;
  const waiting: (() => void)[] = [];
  return {
    /** @returns whether there was a free place */
    take(): boolean {
      if (free === 0) return false;
      free -= 1;
      return true;
    },
    async wait(): Promise<void> {
      if (!this.take()) await new Promise<void>((resolve) => waiting.push(resolve));
    },
    giveBack(): void {
      const next = waiting.shift();
      if (next === undefined) free += 1;
      else next();
    },
  };
}

const untilVisible = (): Promise<unknown> =>
  document.visibilityState === 'visible'
    ? Promise.resolve()
    : new Promise((resolve) => document.addEventListener('visibilitychange', resolve, { once: true }));

/** Whether one connection carries all requests, as with HTTP/2. */
function isMultiplexed(): boolean {
  const [page] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  return page !== undefined && /^h[23]/.test(page.nextHopProtocol);
}
