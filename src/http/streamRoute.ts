import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { type ExecutionResult, getOperationAST } from 'graphql';
import { z } from 'zod';
import type { Viewer } from '../auth/tokens.js';
import { AppError } from '../errors.js';
import { createSocketQuota } from '../limits/createSocketQuota.js';
import type { HttpDependencies } from './dependencies.js';
import { HttpRefusal } from './errors/errorReply.js';
import { maskError } from './errors/maskError.js';
import type { Metrics } from './metrics.js';
import { onSessionEnd } from './onSessionEnd.js';
import { callerAddress } from './request.js';
import { rootField } from './requestScope.js';
import type { ServerOrigins } from './serverOrigins.js';
import type { Subscriptions } from './subscriptions/createSubscriptions.js';
import type { EncodedResults } from './subscriptions/runSubscription.js';

const STREAMS_PER_ADDRESS = 20;
/** Proxies and phones close connections that are silent for a while. */
const PING_MS = 12_000;
/** A client that reads nothing for so long is disconnected. */
const SEND_TIMEOUT_MS = 60_000;
/** Time that a client has to read the rest of a stream that has ended. */
const END_WITHIN_MS = 3_000;
/** How long a brief stream is open. */
const BRIEF_MS = 1_000;

const headers = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-cache, no-transform',
  // nginx buffers responses unless told otherwise.
  'x-accel-buffering': 'no',
  'x-content-type-options': 'nosniff',
};

const operation = z.object({
  query: z.string(),
  operationName: z.string().nullish(),
  variables: z.record(z.string(), z.unknown()).nullish(),
  extensions: z.record(z.string(), z.unknown()).nullish(),
});

/**
 * Writes one event and waits until it has left, so that a slow client slows its subscription down instead of
 * filling this server's memory.
 */
async function write(response: ServerResponse, text: string): Promise<void> {
  if (isOver(response) || response.write(text)) return;
  const waiting = new AbortController();
  const { signal } = waiting;
  const timeout = setTimeout(() => response.destroy(), SEND_TIMEOUT_MS);
  await Promise.race([once(response, 'drain', { signal }), once(response, 'close', { signal })]).catch(
    () => undefined,
  );
  clearTimeout(timeout);
  waiting.abort();
}

/** Writing to an ended response is an error, also while its bytes have not left yet. */
const isOver = (response: ServerResponse): boolean => response.destroyed || response.writableEnded;

/** Ends a stream. A client that does not read what is left is disconnected. */
function end(response: ServerResponse): void {
  if (isOver(response)) return;
  const timeout = setTimeout(() => response.destroy(), END_WITHIN_MS);
  response.once('close', () => clearTimeout(timeout));
  response.end();
}

/** Sends what a subscription yields as events of the protocol graphql-sse, in its distinct connections mode. */
async function stream(
  response: ServerResponse,
  results: EncodedResults | ExecutionResult,
  masked: (result: ExecutionResult) => object,
): Promise<void> {
  const send = (result: string): Promise<void> => write(response, `event: next\ndata: ${result}\n\n`);
  if (Symbol.asyncIterator in results) {
    response.once('close', () => void results.return());
    // The client may have left before there was anything to stop.
    if (response.destroyed) await results.return();
    for await (const result of results) {
      await send(result);
      if (isOver(response)) break;
    }
  } else await send(JSON.stringify(masked(results)));
  await write(response, 'event: complete\n\n');
}

/**
 * `POST /graphql/stream`: one subscription over Server-Sent Events, for networks that let no WebSocket through.
 * Same schema, authorization header, limits and errors as the WebSocket. The handler of the package graphql-sse
 * is not used, because it queues events without bound while a client does not read.
 *
 * With `?brief` the stream ends after a second, and the client opens it again: a proxy that delivers no response
 * before its end then delays an event by a second instead of for ever.
 * @returns ends all streams, so that the server can stop
 */
export function streamRoute(
  app: FastifyInstance,
  dependencies: HttpDependencies,
  {
    origins,
    metrics,
    subscriptions,
    isStopping,
  }: {
    origins: () => ServerOrigins;
    metrics: Metrics;
    subscriptions: Subscriptions;
    isStopping: () => boolean;
  },
): () => void {
  const quota = createSocketQuota(
    STREAMS_PER_ADDRESS,
    () => dependencies.demo?.access.exemptsLoopback() ?? false,
  );
  const open = new Set<ServerResponse>();

  /** @returns the arguments to execute, or the errors that the only event carries */
  function prepared(
    request: Pick<FastifyRequest, 'body' | 'id' | 'raw'>,
    viewer: Viewer | null,
    address: string,
  ) {
    const payload = operation.safeParse(request.body);
    if (!payload.success) throw new HttpRefusal(400);
    const args = subscriptions.prepare(payload.data);
    if (Array.isArray(args)) return { errors: args };
    const origin = origins().ofLinks(request.raw);
    const context = dependencies.context({
      ...{ viewer, address, origin },
      userAgent: null,
      requestId: request.id,
    });
    return { ...args, contextValue: context };
  }

  app.post<{ Querystring: { brief?: string } }>('/graphql/stream', async (request, reply) => {
    const { origin, accept = '' } = request.headers;
    if (!origins().allows(origin)) throw new HttpRefusal(403);
    if (!/text\/event-stream|\*\/\*/.test(accept)) throw new HttpRefusal(406);
    const viewer = await dependencies.authenticate(request.headers.authorization);
    const response = reply.raw;
    // The client has left meanwhile, so there will be no close event to give its place back.
    if (response.destroyed) return void reply.hijack();
    if (isStopping()) throw new AppError('SERVICE_UNAVAILABLE', 'The server stops.', { retryAfter: 2 });
    const address = callerAddress(request.raw, dependencies.config.proxies);
    const args = prepared(request, viewer, address);
    const release = quota.take(address);
    if (release === null)
      throw new AppError('RATE_LIMITED', 'Too many streams from this address.', { retryAfter: 5 });

    const mask = (beforeExecution: boolean) => (result: ExecutionResult) =>
      result.errors === undefined
        ? result
        : {
            ...result,
            errors: result.errors.map((error) =>
              maskError(error, { log: dependencies.log, requestId: request.id, beforeExecution }),
            ),
          };
    reply.hijack();
    open.add(response);
    const field = 'errors' in args ? 'none' : rootField(getOperationAST(args.document, args.operationName));
    metrics.subscriptions.inc({ field });
    const ping = setInterval(() => {
      if (!isOver(response) && !response.writableNeedDrain) response.write(':\n\n');
    }, PING_MS);
    const brief = request.query.brief === undefined ? undefined : setTimeout(() => end(response), BRIEF_MS);
    // A connection that breaks also closes.
    response.on('error', () => undefined);
    response.once('close', () => {
      clearInterval(ping);
      clearTimeout(brief);
      open.delete(response);
      metrics.subscriptions.dec({ field });
      release();
    });
    response.writeHead(200, headers);
    // Some browsers show nothing before the first byte of the body.
    response.write(':\n\n');
    // The client connects again and gets a 401.
    if (viewer !== null)
      response.once(
        'close',
        onSessionEnd(viewer, dependencies, () => end(response)),
      );
    try {
      if ('errors' in args) await stream(response, args, mask(true));
      else await stream(response, await subscriptions.run(args), mask(false));
    } catch (error) {
      dependencies.log.error({ requestId: request.id, error }, 'event stream failed');
    } finally {
      end(response);
    }
  });
  return () => open.forEach(end);
}
