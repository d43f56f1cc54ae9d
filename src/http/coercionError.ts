import { GraphQLError, Kind } from 'graphql';
import type { AppError } from '../errors.js';

/** Stays within names of the schema and indexes, however the client's value tries to look like a path. */
const PATH = / at "(\w+(?:\.\w+|\[\d+\]){1,20})"; /;
/** The only reasons of graphql-js that quote no value. */
const REASON = /(Field "\w{1,100}" of required type "[\w![\]]+" was not provided\.)$/;
const TOO_MANY = 'Too many errors processing variables';

export interface CoercionError {
  message: string;
  field?: string;
}

/**
 * A variable whose value does not fit its type, told without the value: graphql-js quotes it in full, and what people
 * typed belongs in no log or error tracker of a client.
 * @param reason of one of our own scalars
 * @returns null when the error is something else
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
  const why = reason?.message ?? REASON.exec(error.message)?.[1];
  return { message: why ?? `Variable "$${name}" has an invalid value at "${field}".`, field };
}

/** graphql-js found an argument unusable while executing, mostly null for a non-null one that has a default. */
function argumentError(error: GraphQLError): CoercionError | null {
  const raised = error.originalError;
  const isArgument =
    raised instanceof GraphQLError && raised.nodes !== undefined && /^Argument "/.test(raised.message);
  return isArgument ? { message: 'An argument has an invalid value.' } : null;
}
