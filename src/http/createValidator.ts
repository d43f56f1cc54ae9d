import {
  GraphQLError,
  NoSchemaIntrospectionCustomRule,
  specifiedRules,
  validate,
  type DocumentNode,
  type GraphQLSchema,
} from 'graphql';
import { complexityRule } from './complexityRule.js';
import { operationLimits } from './operationLimits.js';
import { singleMutationRule } from './singleMutationRule.js';

/**
 * The one validation of both transports.
 * @param introspection whether clients may ask for the schema
 * @returns what is wrong with a document, unmasked; nothing when it is good
 */
export function createValidator(schema: GraphQLSchema, introspection: boolean) {
  const rules = [...specifiedRules, complexityRule, singleMutationRule];
  if (!introspection) rules.push(NoSchemaIntrospectionCustomRule);
  // Apollo keeps the documents it has parsed, so that a client's tenth request is not validated a tenth time.
  const verdicts = new WeakMap<DocumentNode, GraphQLError[]>();

  function problemsOf(document: DocumentNode): readonly GraphQLError[] {
    try {
      return validate(schema, document, rules, operationLimits.validate);
    } catch (error) {
      // graphql-js evaluates @include on a subscription's field while validating, and throws for want of variables.
      if (error instanceof GraphQLError) return [error];
      throw error;
    }
  }

  return (document: DocumentNode): GraphQLError[] => {
    const verdict =
      verdicts.get(document) ??
      problemsOf(document).map(
        (problem) =>
          new GraphQLError(problem.message, {
            nodes: problem.nodes,
            originalError: problem,
            extensions: { code: 'GRAPHQL_VALIDATION_FAILED' },
          }),
      );
    verdicts.set(document, verdict);
    return verdict;
  };
}

export type Validator = ReturnType<typeof createValidator>;
