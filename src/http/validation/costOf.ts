import { type DocumentNode, type GraphQLSchema, Kind, type OperationDefinitionNode, validate } from 'graphql';
import {
  type ComplexityEstimator,
  createComplexityRule,
  fieldExtensionsEstimator,
  simpleEstimator,
} from 'graphql-query-complexity';
import { VALUE_POINTS } from '../../queryCost.js';

/**
 * Introspection reads no database, so its values cost a tenth. The sizes are those of a large schema; lists
 * that are not here are short.
 */
const introspectionSizes: Record<string, number> = { types: 200, fields: 10, args: 2, inputFields: 5 };
const estimateIntrospection: ComplexityEstimator = ({ type, field, childComplexity }) =>
  type.name.startsWith('__')
    ? (introspectionSizes[field.name] ?? 1) * (VALUE_POINTS / 10 + childComplexity)
    : undefined;

const estimators = [
  fieldExtensionsEstimator(),
  estimateIntrospection,
  simpleEstimator({ defaultComplexity: VALUE_POINTS }),
];

/**
 * The points that an operation costs with these variables; see queryCost.ts. The document must be valid, and
 * complexityRule must have bounded it: the library visits a fragment again every time it is spread.
 * @returns the points, 0 if the variables do not fit their types, because execution then fails before it starts; and
 *   whether they are of the whole operation: a field whose arguments do not fit fails and costs nothing, and others run
 */
export function costOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Record<string, unknown>,
): { points: number; isWhole: boolean } {
  const fragments = document.definitions.filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION);
  let points = 0;
  const rule = createComplexityRule({
    estimators,
    variables,
    maximumComplexity: Infinity,
    onComplete: (complexity) => {
      points = complexity;
    },
  });
  // The rule reports only variables and arguments that do not fit. Execution reports them again, in place.
  const misfits = validate(schema, { kind: Kind.DOCUMENT, definitions: [operation, ...fragments] }, [rule]);
  return { points, isWhole: misfits.length === 0 };
}
