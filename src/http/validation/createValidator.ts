import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  NoSchemaIntrospectionCustomRule,
  specifiedRules,
  validate,
} from 'graphql';
import { operationComplexityRule } from './complexityRule.js';
import { singleMutationRule } from './singleMutationRule.js';

/**
 * Limits for parsing, validating and executing operations. Shared by HTTP and WebSocket, so that neither
 * bypasses a limit.
 */
export const executionLimits = {
  parse: { maxTokens: 1_000 },
  validate: { maxErrors: 5, hideSuggestions: true },
  execute: { maxCoercionErrors: 5 },
};

/**
 * Creates the validator that HTTP and WebSocket share.
 * @param introspection whether clients may query the schema
 * @returns the unmasked errors of a document, empty if it is valid
 */
export function createValidator(schema: GraphQLSchema, introspection: boolean) {
  const rules = [...specifiedRules, operationComplexityRule, singleMutationRule];
  if (!introspection) rules.push(NoSchemaIntrospectionCustomRule);
  // Apollo caches parsed documents, so a document that is sent repeatedly is validated only once.
  const errorsByDocument = new WeakMap<DocumentNode, GraphQLError[]>();

  function validateDocument(document: DocumentNode): readonly GraphQLError[] {
    try {
      return validate(schema, document, rules, executionLimits.validate);
    } catch (error) {
      // graphql-js evaluates @include on a subscription field during validation and throws without variables.
      if (error instanceof GraphQLError) return [error];
      throw error;
    }
  }

  return (document: DocumentNode): GraphQLError[] => {
    const errors =
      errorsByDocument.get(document) ??
      validateDocument(document).map(
        (error) =>
          new GraphQLError(error.message, {
            nodes: error.nodes,
            originalError: error,
            extensions: { code: 'GRAPHQL_VALIDATION_FAILED' },
          }),
      );
    errorsByDocument.set(document, errors);
    return errors;
  };
}

export type Validator = ReturnType<typeof createValidator>;
