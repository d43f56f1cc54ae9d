import {
  type DocumentNode,
  execute,
  type ExecutionResult,
  getNamedType,
  getVariableValues,
  GraphQLError,
  type GraphQLSchema,
  isLeafType,
  Kind,
  type NamedTypeNode,
  type OperationDefinitionNode,
  OperationTypeNode,
  typeFromAST,
  visit,
} from 'graphql';
import { type CompiledQuery, compileQuery, isCompiledQuery } from 'graphql-jit';
import { executionLimits } from './validation/createValidator.js';

/** Compiling takes as long as some twenty executions, so a document has to be sent more often than that. */
const USES_BEFORE = 20;
/** Each compiled document takes some hundred kilobytes. */
const MAX_COMPILED = 100;

/** What Apollo's pipeline knows of a request when it executes it. The document is valid. */
interface Request {
  document: DocumentNode;
  operationName?: string | null;
  variables?: Record<string, unknown> | null;
  context: unknown;
}

/**
 * The operation of a document that can be compiled: a single query without directives and introspection, in which the
 * compiled code and graphql-js cannot differ, and without input objects, because graphql-jit never finishes one that
 * contains itself.
 */
function compilable(schema: GraphQLSchema, document: DocumentNode): OperationDefinitionNode | null {
  const operations = document.definitions.filter((one) => one.kind === Kind.OPERATION_DEFINITION);
  const [operation] = operations;
  if (operations.length !== 1 || operation?.operation !== OperationTypeNode.QUERY) return null;
  let isPlain = true;
  visit(document, {
    Directive: () => void (isPlain = false),
    Field: ({ name }) => void (isPlain &&= !/^__(?:schema|type)$/.test(name.value)),
  });
  const hasLeafVariables = (operation.variableDefinitions ?? []).every(({ type }) => {
    const known = typeFromAST(schema, type as NamedTypeNode);
    return known !== undefined && isLeafType(getNamedType(known));
  });
  return isPlain && hasLeafVariables ? operation : null;
}

/** The errors of compiled code lack `extensions`, without which Apollo takes them for bugs. */
function withOwnErrors({ data, errors }: ExecutionResult): ExecutionResult {
  if (errors === undefined) return { data };
  const own = errors.map(({ message, path, originalError, locations }) =>
    Object.assign(new GraphQLError(message, { path, originalError }), { locations }),
  );
  return { data, errors: own };
}

interface Compiled {
  operation: OperationDefinitionNode;
  query: CompiledQuery['query'];
}

/**
 * Creates what executes valid operations. Queries that are sent again and again are compiled to code (graphql-jit), in
 * which a selection is written out instead of interpreted. Everything else is executed by graphql-js.
 */
export function createExecution(schema: GraphQLSchema) {
  // Apollo keeps parsed documents, so the same text is the same document.
  const uses = new WeakMap<DocumentNode, number>();
  const interpreted = new WeakSet<DocumentNode>();
  /** In the order of last use. */
  const compiled = new Map<DocumentNode, Compiled>();

  function compile(document: DocumentNode): Compiled | null {
    const operation = compilable(schema, document);
    const result = operation && compileQuery(schema, document);
    return operation && result && isCompiledQuery(result) ? { operation, query: result.query } : null;
  }

  function compiledOf(document: DocumentNode): Compiled | null {
    const known = compiled.get(document);
    if (known !== undefined) {
      compiled.delete(document);
      compiled.set(document, known);
      return known;
    }
    if (interpreted.has(document)) return null;
    const before = uses.get(document) ?? 0;
    uses.set(document, before + 1);
    if (before < USES_BEFORE) return null;
    const made = compile(document);
    if (made === null) interpreted.add(document);
    else keep(document, made);
    return made;
  }

  function keep(document: DocumentNode, made: Compiled): void {
    const [oldest] = compiled.keys();
    if (compiled.size >= MAX_COMPILED && oldest !== undefined) {
      compiled.delete(oldest);
      // It has to earn its place again: otherwise a few more documents than places would compile each time.
      uses.delete(oldest);
    }
    compiled.set(document, made);
  }

  const interpret = ({ document, operationName, variables, context }: Request) =>
    execute({
      schema,
      document,
      operationName,
      variableValues: variables,
      contextValue: context,
      options: executionLimits.execute,
    });

  return async (request: Request): Promise<ExecutionResult> => {
    const { document, operationName, variables, context } = request;
    const made = compiledOf(document);
    if (made === null || (operationName ?? made.operation.name?.value) !== made.operation.name?.value)
      return interpret(request);
    // Variables are coerced by graphql-js first, whose errors the error mask knows.
    const { variableDefinitions = [] } = made.operation;
    const { errors, coerced } = getVariableValues(schema, variableDefinitions, variables ?? {}, {
      maxErrors: executionLimits.execute.maxCoercionErrors,
    });
    if (errors !== undefined) return { errors };
    // An argument with a default that may not be null: the error mask knows graphql-js's error.
    if (Object.values(coerced).includes(null)) return interpret(request);
    return withOwnErrors(await made.query(undefined, context, variables ?? {}));
  };
}
