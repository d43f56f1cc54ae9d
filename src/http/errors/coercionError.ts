import { GraphQLError, Kind } from 'graphql';
import type { AppError } from '../../errors.js';

/** Matches only schema names and indexes, so that a client's value cannot pass as a path. */
const PATH = / at "(\w+(?:\.\w+|\[\d+\]){1,20})"; /;
/** The only reason in graphql-js that does not quote a value. */
const REASON = /(Field "\w{1,100}" of required type "[\w![\]]+" was not provided\.)$/;
const TOO_MANY = 'Too many errors processing variables';

interface CoercionError {
  message: string;
  field?: string;
}

/**
 * Describes a variable whose value does not fit its type, without the value. graphql-js quotes the whole
 * value, and what people typed must not reach a client's logs or error tracker.
 * @param reason error thrown by one of our own scalars
 * @returns null for any other error
 */
export function coercionError(error: GraphQLError, reason: AppError | undefined): CoercionError | null {
  if (error.path !== undefined) return argumentError(error);
  if (error.message.startsWith(TOO_MANY)) return { message: 'Too many variables have invalid values.' };
  const node = error.nodes?.[0];
  if (error.nodes?.length !== 1 || node?.kind !== Kind.VARIABLE_DEFINITION) return null;
  const name = node.variable.name.value;
  if (/ was not provided\.$| must not be null\.$/.test(error.message) && error.originalError === undefined)
    return { message: error.message, field: name };
  const path = PATH.exec(error.message)?.[1];
  const field = path?.split(/[.[]/)[0] === name ? path : name;
  const message = reason?.message ?? REASON.exec(error.message)?.[1];
  return { message: message ?? `Variable "$${name}" has an invalid value at "${field}".`, field };
}

/** An argument that graphql-js rejects during execution, usually null for a non-null one with a default. */
function argumentError(error: GraphQLError): CoercionError | null {
  const original = error.originalError;
  const isArgument =
    original instanceof GraphQLError && original.nodes !== undefined && /^Argument "/.test(original.message);
  return isArgument ? { message: 'An argument has an invalid value.' } : null;
}
