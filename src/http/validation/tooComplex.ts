import { GraphQLError, type OperationDefinitionNode } from 'graphql';

/** The error for an operation that exceeds a limit. Its message does not reveal which one. */
export const tooComplex = (operation: OperationDefinitionNode): GraphQLError =>
  new GraphQLError('The operation is too complex.', {
    nodes: operation,
    extensions: { code: 'QUERY_TOO_COMPLEX' },
  });
