import {
  type DocumentNode,
  type ExecutionArgs,
  getOperationAST,
  GraphQLError,
  OperationTypeNode,
  parse,
  subscribe,
} from 'graphql';
import type { SubscribePayload } from 'graphql-ws';
import type { HttpDependencies } from '../dependencies.js';
import { createValidator, executionLimits } from '../validation/createValidator.js';

const requestError = (code: string, message: string): GraphQLError =>
  new GraphQLError(message, { extensions: { code } });

/**
 * Parses and validates a subscription with the same limits as HTTP.
 * @returns the arguments to execute, still without a context, or unmasked errors
 */
export function createPrepareSubscription({ schema, config }: HttpDependencies) {
  const validator = createValidator(schema, config.introspection);

  function parseQuery(query: string): DocumentNode | GraphQLError {
    try {
      return parse(query, executionLimits.parse);
    } catch (error) {
      return requestError('GRAPHQL_PARSE_FAILED', error instanceof Error ? error.message : 'Syntax Error');
    }
  }

  return (payload: SubscribePayload): ExecutionArgs | GraphQLError[] => {
    const document = parseQuery(payload.query);
    if (document instanceof GraphQLError) return [document];
    const errors = validator(document, payload);
    if (errors.length > 0) return errors;
    const { operationName, variables } = payload;
    const operation = getOperationAST(document, operationName);
    if (!operation)
      return [requestError('BAD_REQUEST', 'operationName must name one operation of the document.')];
    if (operation.operation !== OperationTypeNode.SUBSCRIPTION)
      return [
        requestError(
          'BAD_REQUEST',
          'Only subscriptions can use this address. Send queries and mutations by POST to /graphql.',
        ),
      ];
    return {
      schema,
      document,
      operationName,
      variableValues: variables ?? undefined,
      options: executionLimits.execute,
    };
  };
}

/** Returns the error that graphql-js throws when @skip leaves a subscription without a field. */
export async function subscribeSafely(args: ExecutionArgs): ReturnType<typeof subscribe> {
  try {
    return await subscribe(args);
  } catch (error) {
    return { errors: [new GraphQLError('', { originalError: error instanceof Error ? error : undefined })] };
  }
}
