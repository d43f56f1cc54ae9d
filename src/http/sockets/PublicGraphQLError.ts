import { GraphQLError, type GraphQLFormattedError } from 'graphql';

/** A masked error, as the class that graphql-ws requires. */
export class MaskedGraphQLError extends GraphQLError {
  constructor(private readonly formatted: GraphQLFormattedError) {
    super(formatted.message, { extensions: formatted.extensions });
  }
  override toJSON(): GraphQLFormattedError {
    return this.formatted;
  }
}
