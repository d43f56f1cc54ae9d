import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { type Context as SocketContext, makeServer, type Server } from 'graphql-ws';
import { AppError } from '../../errors.js';
import type { HttpDependencies } from '../dependencies.js';
import { maskError } from '../errors/maskError.js';
import type { Metrics } from '../metrics.js';
import { onSessionEnd } from '../onSessionEnd.js';
import { closeCodes } from './closeCodes.js';
import { createPrepareSubscription, subscribeSafely } from './createPrepareSubscription.js';
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
): Server<SocketSession> {
  const prepare = createPrepareSubscription(dependencies);
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
        return { ...prepared, contextValue: dependencies.context({ viewer, address, requestId, origin }) };
      } catch (error) {
        return refuse([error], connection);
      }
    },
    subscribe: subscribeSafely,
    onOperation({ extra }, id, _payload, _args, result) {
      extra.opening.delete(id);
      if (!(Symbol.asyncIterator in result) || extra.running.has(id)) return;
      extra.running.add(id);
      metrics.subscriptions.inc();
    },
    onComplete({ extra }, id) {
      if (extra.running.delete(id)) metrics.subscriptions.dec();
    },
    onNext: (connection, _id, _payload, _args, result) =>
      result.errors && { ...result, errors: result.errors.map((error) => mask(error, connection, false)) },
    onError: (connection, _id, _payload, errors) =>
      errors.map((error) =>
        error instanceof MaskedGraphQLError ? error.toJSON() : mask(error, connection, false),
      ),
  });
}
