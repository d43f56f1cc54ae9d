import type { ApolloServer } from '@apollo/server';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Context } from '../context.js';
import { callerAddress } from './callerAddress.js';
import type { HttpHouse } from './house.js';
import { rememberScope } from './logRequests.js';
import { sendPlayground } from './sendPlayground.js';
import { requestScope, type RequestScope } from './requestScope.js';
import { createGate } from './shedLoad.js';

/** At some 4,000 requests a second, a quarter of a second of work. */
const MOST_IN_WORK = 1_000;

const wantsPage = ({ method, headers, query }: FastifyRequest): boolean =>
  method === 'GET' &&
  (headers.accept ?? '').includes('text/html') &&
  (query as Record<string, unknown>).query === undefined;

/** Thrown for the handler of Apollo's integration, which is only ever called within a scope. */
function contextInScope(): Context {
  const scope = requestScope.getStore();
  if (scope === undefined) throw new Error('a GraphQL request outside of its scope');
  return scope.context;
}

/** `/graphql`: operations, and the playground for people. */
export function graphqlRoute(app: FastifyInstance, house: HttpHouse, apollo: ApolloServer<Context>): void {
  const execute = fastifyApolloHandler(apollo, { context: async () => contextInScope() });
  const gate = createGate(MOST_IN_WORK);
  const answer = async (request: FastifyRequest, reply: FastifyReply): Promise<unknown> => {
    // Before Apollo, whose answer to a failing context is a 500.
    const viewer = await house.authenticate(request.headers.authorization);
    const address = callerAddress(request.raw, house.config.trustProxy);
    const context = house.context({ viewer, address, requestId: request.id });
    const scope: RequestScope = { context, operationName: null, rootField: 'none' };
    rememberScope(request, scope);
    return requestScope.run(scope, () => execute.call(app, request, reply));
  };
  app.route({
    method: ['GET', 'POST'],
    url: '/graphql',
    exposeHeadRoute: false,
    handler: (request, reply) => {
      // One address, two kinds of answer: caches between must not mix them up.
      void reply.header('vary', 'accept');
      return wantsPage(request) ? sendPlayground(request, reply) : gate(() => answer(request, reply));
    },
  });
}
