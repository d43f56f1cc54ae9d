import { GraphQLError, type GraphQLFormattedError } from 'graphql';

/** An error that has been through the mask, in the class that graphql-ws wants. */
export class PublicGraphQLError extends GraphQLError {
  constructor(private readonly formatted: GraphQLFormattedError) {
    super(formatted.message, { extensions: formatted.extensions });
  }
  override toJSON(): GraphQLFormattedError {
    return this.formatted;
  }
}
