import {
  getOperationAST,
  GraphQLError,
  OperationTypeNode,
  parse,
  type DocumentNode,
  type ExecutionArgs,
} from 'graphql';
import type { SubscribePayload } from 'graphql-ws';
import type { HttpHouse } from '../house.js';
import { createValidator } from '../createValidator.js';
import { operationLimits } from '../operationLimits.js';

const bad = (code: string, message: string): GraphQLError =>
  new GraphQLError(message, { extensions: { code } });

/**
 * Judges what a client wants to subscribe to, by the same limits as HTTP.
 * @returns what to execute, still without context, or why not; the errors are unmasked
 */
export function createPrepareSubscription({ schema, config }: HttpHouse) {
  const validator = createValidator(schema, config.introspection);

  function parsed(query: string): DocumentNode | GraphQLError {
    try {
      return parse(query, operationLimits.parse);
    } catch (error) {
      return bad('GRAPHQL_PARSE_FAILED', error instanceof Error ? error.message : 'Syntax Error');
    }
  }

  return (payload: SubscribePayload): ExecutionArgs | GraphQLError[] => {
    const document = parsed(payload.query);
    if (document instanceof GraphQLError) return [document];
    const problems = validator(document);
    if (problems.length > 0) return problems;
    const { operationName, variables } = payload;
    const operation = getOperationAST(document, operationName);
    if (!operation) return [bad('BAD_REQUEST', 'Name one operation of the document.')];
    if (operation.operation !== OperationTypeNode.SUBSCRIPTION)
      return [bad('BAD_REQUEST', 'Only subscriptions run here. Post queries and mutations to this address.')];
    return {
      schema,
      document,
      operationName,
      variableValues: variables ?? undefined,
      options: operationLimits.execute,
    };
  };
}
