import { type ApolloServer, HeaderMap, type HTTPGraphQLResponse } from '@apollo/server';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { GraphQLFormattedError } from 'graphql';
import type { Context } from '../../context.js';
import type { HttpDependencies } from '../dependencies.js';
import type { Metrics } from '../metrics.js';
import { requestScope, setRequestScope } from '../requestScope.js';
import { prepareRead, sendRead } from './keptRead.js';
import { type Outcome, ReadCache } from './readCache.js';
import { parseTrustedRead, type TrustedRead } from './trustedRead.js';

/** Trusted documents: public reads by GET that this process and every cache before it may keep. */
export interface PublicReads {
  /**
   * Answers reads that are kept, before anything else is done for them: no limit applies, because one costs less than
   * refusing it, and no line is logged. All other requests go on to the handler.
   */
  before(handler: RequestListener): RequestListener;
  /** Answers any request with a documentId. @throws AppError BAD_REQUEST */
  answer(request: FastifyRequest, reply: FastifyReply): Promise<void>;
  close(): void;
}

const requestHeaders = new HeaderMap([
  ['content-type', 'application/json'],
  ['accept', 'application/json'],
]);

/**
 * @param apollo runs the documents exactly as it runs them by POST
 * @param isStopping whether clients are to go elsewhere
 */
export function createPublicReads(
  { context, watchPublicRow }: Pick<HttpDependencies, 'context' | 'watchPublicRow'>,
  apollo: ApolloServer<Context>,
  metrics: Metrics,
  isStopping: () => boolean,
): PublicReads {
  const cache = new ReadCache<HTTPGraphQLResponse>((how) => metrics.countPublicRead(how));

  function run({ name, text, variables }: TrustedRead, requestId: string): Promise<HTTPGraphQLResponse> {
    // No viewer, address or host: the answer is the same for everyone.
    const contextValue = context({ viewer: null, address: '', userAgent: null, requestId, origin: '' });
    const body = { query: text, variables };
    return requestScope.run({ context: contextValue, operationName: name, rootField: 'none' }, () =>
      apollo.executeHTTPGraphQLRequest({
        httpGraphQLRequest: { method: 'POST', headers: requestHeaders, search: '', body },
        context: async () => contextValue,
      }),
    );
  }

  async function make(read: TrustedRead, requestId: string): Promise<Outcome<HTTPGraphQLResponse>> {
    const response = await run(read, requestId);
    const { status = 200, body } = response;
    if (status !== 200 || body.kind !== 'complete') return { kind: 'other', other: response };
    const { errors = [] } = JSON.parse(body.string) as { errors?: GraphQLFormattedError[] };
    const isMissing = errors.length === 1 && errors[0]?.extensions?.code === 'NOT_FOUND';
    if (errors.length > 0 && !isMissing) return { kind: 'other', other: response };
    return { kind: isMissing ? 'missing' : 'found', read: await prepareRead(body.string, isMissing) };
  }

  return {
    before(handler) {
      return (request: IncomingMessage, response: ServerResponse) => {
        const kept = request.method === 'GET' ? cache.byUrl(request.url ?? '') : undefined;
        // During a stop, the route tells the connection to close.
        if (kept === undefined || isStopping()) return handler(request, response);
        metrics.countKeptRead(sendRead(kept, request, response));
      };
    },

    async answer(request, reply) {
      const read = parseTrustedRead(request.query as Record<string, unknown>);
      const { id } = request;
      setRequestScope(request, { operationName: read.name });
      const { slug } = read.variables;
      const outcome = await cache.get(read.key, request.raw.url ?? '', {
        watch: async () => (typeof slug === 'string' ? watchPublicRow(read.row, slug) : null),
        make: () => make(read, id),
      });
      if (outcome.kind !== 'other') {
        // Every answer of a kept read has the same headers, whether this process had kept it or not. Those for pages,
        // which are set by now, would cost an edge a fifth of its work.
        reply.hijack();
        for (const name of reply.raw.getHeaderNames()) reply.raw.removeHeader(name);
        // The hook that tells other answers' clients to go does not run.
        if (isStopping()) reply.raw.setHeader('connection', 'close');
        sendRead(outcome.read, request.raw, reply.raw);
        return;
      }
      const { headers, status = 200, body } = outcome.other;
      void reply.code(status).headers(Object.fromEntries(headers)).header('cache-control', 'no-store');
      await reply.send(body.kind === 'complete' ? body.string : '');
    },

    close: () => cache.close(),
  };
}
