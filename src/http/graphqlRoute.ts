import type { ApolloServer } from '@apollo/server';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Context } from '../context.js';
import type { HttpDependencies } from './dependencies.js';
import { playgroundRoutes } from './playground/routes.js';
import type { PublicReads } from './publicReads/publicReads.js';
import { callerAddress, userAgentOf } from './request.js';
import { requestScope, type RequestScope, setRequestScope } from './requestScope.js';
import type { ServerOrigins } from './serverOrigins.js';

const isTrustedRead = ({ method, query }: FastifyRequest): boolean =>
  method === 'GET' && (query as Record<string, unknown>).documentId !== undefined;

const wantsPage = ({ method, headers, query }: FastifyRequest): boolean =>
  method === 'GET' &&
  (headers.accept ?? '').includes('text/html') &&
  (query as Record<string, unknown>).query === undefined;

/** The context of the current request. Apollo's integration calls this only within a request scope. */
function contextInScope(): Context {
  const scope = requestScope.getStore();
  if (scope === undefined) throw new Error('No request scope for this GraphQL request.');
  return scope.context;
}

/** `/graphql`: runs operations, answers trusted documents and serves the playground to browsers. */
export function graphqlRoute(
  app: FastifyInstance,
  dependencies: HttpDependencies,
  apollo: ApolloServer<Context>,
  origins: () => ServerOrigins,
  publicReads: PublicReads,
): void {
  const execute = fastifyApolloHandler(apollo, { context: async () => contextInScope() });
  const sendPlayground = playgroundRoutes(app, dependencies);
  const answer = async (request: FastifyRequest, reply: FastifyReply): Promise<unknown> => {
    // Authenticate before Apollo, which answers a failing context with a 500.
    const viewer = await dependencies.authenticate(request.headers.authorization);
    const address = callerAddress(request.raw, dependencies.config.proxies);
    const origin = origins().ofLinks(request.raw);
    const userAgent = userAgentOf(request.raw);
    const context = dependencies.context({ viewer, address, userAgent, requestId: request.id, origin });
    const scope: RequestScope = { context, operationName: null, rootField: 'none' };
    setRequestScope(request, scope);
    return requestScope.run(scope, () => execute.call(app, request, reply));
  };
  app.route({
    method: ['GET', 'POST'],
    url: '/graphql',
    exposeHeadRoute: false,
    handler: (request, reply) => {
      if (isTrustedRead(request)) return publicReads.answer(request, reply);
      // This URL has two representations, which caches must not mix up.
      void reply.header('vary', 'accept');
      return wantsPage(request) ? sendPlayground(request, reply) : answer(request, reply);
    },
  });
}
