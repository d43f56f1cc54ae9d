import {
  type DocumentNode,
  getOperationAST,
  GraphQLError,
  type GraphQLSchema,
  Kind,
  NoSchemaIntrospectionCustomRule,
  type OperationDefinitionNode,
  specifiedRules,
  type TypeNode,
  validate,
} from 'graphql';
import { MAX_POINTS } from '../../queryCost.js';
import { operationComplexityRule } from './complexityRule.js';
import { costOf } from './costOf.js';
import { singleMutationRule } from './singleMutationRule.js';
import { tooComplex } from './tooComplex.js';

/**
 * Limits for parsing, validating and executing operations. Shared by HTTP and WebSocket, so that neither
 * bypasses a limit.
 */
export const executionLimits = {
  parse: { maxTokens: 1_000 },
  validate: { maxErrors: 5, hideSuggestions: true },
  execute: { maxCoercionErrors: 5 },
};

/** What a client sends besides the document. */
interface Request {
  operationName?: string | null;
  variables?: Record<string, unknown> | null;
}

/** Types of variables on which a cost depends: the size of a page and the condition of a directive. */
const WITH_COST = new Set(['Int', 'Boolean']);

function namedType(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : namedType(type.type);
}

const hasFixedCost = ({ variableDefinitions = [] }: OperationDefinitionNode): boolean =>
  !variableDefinitions.some(({ type }) => WITH_COST.has(namedType(type)));

/**
 * Creates the validator that HTTP and WebSocket share. It checks the document and then the cost of the chosen
 * operation with its variables.
 * @param introspection whether clients may query the schema
 * @returns the unmasked errors of a request, empty if it may run
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

  function errorsOfDocument(document: DocumentNode): GraphQLError[] {
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
  }

  /** The points of operations that cost the same with all variables that fit. */
  const fixedCosts = new WeakMap<OperationDefinitionNode, number>();

  function pointsOf(document: DocumentNode, operation: OperationDefinitionNode, variables: object): number {
    const known = fixedCosts.get(operation);
    if (known !== undefined) return known;
    const { points, isWhole } = costOf(schema, document, operation, { ...variables });
    // With other variables, the rest may cost something.
    if (isWhole && hasFixedCost(operation)) fixedCosts.set(operation, points);
    return points;
  }

  return (document: DocumentNode, { operationName, variables }: Request): GraphQLError[] => {
    const errors = errorsOfDocument(document);
    const operation = getOperationAST(document, operationName);
    if (errors.length > 0 || !operation) return errors;
    return pointsOf(document, operation, variables ?? {}) > MAX_POINTS ? [tooComplex(operation)] : [];
  };
}

export type Validator = ReturnType<typeof createValidator>;
