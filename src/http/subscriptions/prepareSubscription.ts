import {
  type DocumentNode,
  type ExecutionArgs,
  getOperationAST,
  GraphQLError,
  OperationTypeNode,
  parse,
} from 'graphql';
import type { SubscribePayload } from 'graphql-ws';
import type { HttpDependencies } from '../dependencies.js';
import { createValidator, executionLimits } from '../validation/createValidator.js';

/** Documents are kept because a storm of reconnecting clients sends the same few. */
const MOST_DOCUMENTS = 200;

const requestError = (code: string, message: string): GraphQLError =>
  new GraphQLError(message, { extensions: { code } });

/**
 * Parses and validates a subscription with the same limits as HTTP.
 * @returns the arguments to execute, still without a context, or unmasked errors
 */
export function createPrepareSubscription({ schema, config }: HttpDependencies) {
  const validator = createValidator(schema, config.introspection);
  const documents = new Map<string, DocumentNode>();

  /** The same text gives the same document, by which the validator knows that it is valid. */
  function parseQuery(query: string): DocumentNode | GraphQLError {
    const known = documents.get(query);
    if (known !== undefined) return known;
    try {
      const document = parse(query, executionLimits.parse);
      const [oldest] = documents.keys();
      if (documents.size === MOST_DOCUMENTS && oldest !== undefined) documents.delete(oldest);
      documents.set(query, document);
      return document;
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
