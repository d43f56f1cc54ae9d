import { getOperationAST, GraphQLError, type GraphQLFormattedError, type subscribe } from 'graphql';
import { type Context as SocketContext, makeServer, type Server } from 'graphql-ws';
import { AppError } from '../../errors.js';
import type { HttpDependencies } from '../dependencies.js';
import { maskError } from '../errors/maskError.js';
import type { Metrics } from '../metrics.js';
import { onSessionEnd } from '../onSessionEnd.js';
import { rootField } from '../requestScope.js';
import { closeCodes } from './closeCodes.js';
import type { EncodedResults, SubscriptionArgs } from '../subscriptions/runSubscription.js';
import type { Subscriptions } from '../subscriptions/createSubscriptions.js';
import { sendResults } from './sendResults.js';
import type { SocketSession } from './SocketSession.js';

/** A masked error, as the class that graphql-ws requires. */
class MaskedGraphQLError extends GraphQLError {
  constructor(private readonly formatted: GraphQLFormattedError) {
    super(formatted.message, { extensions: formatted.extensions });
  }
  override toJSON(): GraphQLFormattedError {
    return this.formatted;
  }
}

const MAX_SUBSCRIPTIONS = 20;

type Connection = SocketContext<Record<string, unknown> | undefined, SocketSession>;

/** Authenticates a connection. @returns false for an invalid token, which closes the socket with 4403 */
async function admit(
  dependencies: HttpDependencies,
  { connectionParams, extra }: Connection,
): Promise<boolean> {
  const authorization = connectionParams?.authorization ?? undefined;
  if (authorization !== undefined && typeof authorization !== 'string') return false;
  try {
    extra.viewer = await dependencies.authenticate(authorization);
  } catch (error) {
    if (error instanceof AppError && error.code === 'UNAUTHENTICATED') return false;
    throw error;
  }
  // If the client has left, its close event has already fired and a watch started now would never stop.
  if (extra.viewer !== null && extra.socket.readyState === extra.socket.OPEN)
    extra.socket.once(
      'close',
      onSessionEnd(extra.viewer, dependencies, () => extra.socket.close(...closeCodes.forbidden)),
    );
  return true;
}

/** Runs subscriptions over graphql-transport-ws. graphql-ws implements the state machine of the protocol. */
export function createGraphqlWsServer(
  dependencies: HttpDependencies,
  metrics: Metrics,
  { prepare, run }: Subscriptions,
): Server<SocketSession> {
  const mask = (error: unknown, { extra }: Connection, beforeExecution: boolean): GraphQLFormattedError =>
    maskError(error, { log: dependencies.log, requestId: extra.requestId, beforeExecution });
  const refuse = (errors: unknown[], connection: Connection): MaskedGraphQLError[] =>
    errors.map((error) => new MaskedGraphQLError(mask(error, connection, true)));

  return makeServer<Record<string, unknown> | undefined, SocketSession>({
    onConnect: (connection) => admit(dependencies, connection),
    onSubscribe(connection, id, payload) {
      // graphql-ws forgets an id at `complete`, even while its subscription is still being opened. If it were
      // reused then, it would have two sources, and closing the socket would end only one.
      if (connection.extra.opening.has(id)) {
        connection.extra.socket.close(...closeCodes.duplicateId);
        return refuse([new AppError('BAD_REQUEST', 'This subscription id is already in use.')], connection);
      }
      if (Object.keys(connection.subscriptions).length > MAX_SUBSCRIPTIONS)
        return refuse(
          [new AppError('RATE_LIMITED', 'Too many subscriptions on one socket.', { retryAfter: 1 })],
          connection,
        );
      const prepared = prepare(payload);
      if (Array.isArray(prepared)) return refuse(prepared, connection);
      const { viewer, address, requestId, origin } = connection.extra;
      try {
        // Each subscription has its own context and therefore its own EntityManager.
        connection.extra.opening.add(id);
        const context = dependencies.context({ viewer, address, userAgent: null, requestId, origin });
        return { ...prepared, contextValue: context };
      } catch (error) {
        return refuse([error], connection);
      }
    },
    // graphql-ws gives onOperation what this returns, and looks into neither.
    subscribe: (args) => run(args as SubscriptionArgs) as ReturnType<typeof subscribe>,
    onOperation({ extra }, id, _payload, { document, operationName }, result) {
      extra.opening.delete(id);
      if (!(Symbol.asyncIterator in result)) return;
      if (!extra.running.has(id)) {
        const field = rootField(getOperationAST(document, operationName));
        extra.running.set(id, field);
        metrics.subscriptions.inc({ field });
      }
      return sendResults(result as unknown as EncodedResults, id, extra.send);
    },
    onComplete({ extra }, id) {
      const field = extra.running.get(id);
      if (field !== undefined) metrics.subscriptions.dec({ field });
      extra.running.delete(id);
    },
    onNext: (connection, _id, _payload, _args, result) =>
      result.errors && { ...result, errors: result.errors.map((error) => mask(error, connection, false)) },
    onError: (connection, _id, _payload, errors) =>
      errors.map((error) =>
        error instanceof MaskedGraphQLError ? error.toJSON() : mask(error, connection, false),
      ),
  });
}
