import { type ApolloServerPlugin, HeaderMap } from '@apollo/server';
import {
  GraphQLError,
  type GraphQLFormattedError,
  type OperationDefinitionNode,
  OperationTypeNode,
} from 'graphql';
import type { Context } from '../context.js';
import { responseStatus } from './errors/responseStatus.js';
import type { Metrics } from './metrics.js';
import { requestScope, rootField } from './requestScope.js';
import type { Validator } from './validation/createValidator.js';

interface Parts {
  validator: Validator;
  mask: (error: unknown) => GraphQLFormattedError;
  metrics: Metrics;
}

/** Rejects a subscription sent over HTTP, which Apollo would run and answer with null. */
const noSubscription = (operation: OperationDefinitionNode | undefined): GraphQLError[] =>
  operation?.operation === OperationTypeNode.SUBSCRIPTION
    ? [
        new GraphQLError('Subscriptions require the WebSocket at this address.', {
          extensions: { code: 'BAD_REQUEST' },
        }),
      ]
    : [];

/**
 * Adds what Apollo's pipeline lacks: the validation that both transports share, HTTP statuses for masked
 * errors, and metrics.
 */
export function responsePlugin({ validator, mask, metrics }: Parts): ApolloServerPlugin<Context> {
  return {
    async requestDidStart() {
      const started = performance.now();
      return {
        async responseForOperation({ document, operation, operationName, request }) {
          const problems = [...validator(document, request), ...noSubscription(operation)];
          if (problems.length > 0)
            return {
              http: { status: 400, headers: new HeaderMap() },
              body: { kind: 'single', singleResult: { errors: problems.map(mask) } },
            };
          const scope = requestScope.getStore();
          if (scope && operation) {
            scope.operationName = operationName?.slice(0, 64) ?? null;
            scope.rootField = rootField(operation);
          }
          return null;
        },
        async willSendResponse({ response }) {
          const { http, body } = response;
          const { errors, data } = body.kind === 'single' ? body.singleResult : body.initialResult;
          if (errors?.length) {
            const { status, headers } = responseStatus(errors, data, http.status);
            http.status = status;
            for (const [name, value] of Object.entries(headers)) http.headers.set(name, value);
          }
          const code = errors?.[0]?.extensions?.code;
          metrics.observeOperation(
            requestScope.getStore()?.rootField ?? 'none',
            typeof code === 'string' ? code : 'OK',
            (performance.now() - started) / 1_000,
          );
        },
      };
    },
  };
}
