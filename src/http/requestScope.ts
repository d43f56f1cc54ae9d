import { AsyncLocalStorage } from 'node:async_hooks';
import type { FastifyRequest } from 'fastify';
import { Kind, type OperationDefinitionNode } from 'graphql';
import type { Context } from '../context.js';

/** Data about the current GraphQL request, for the error mask, the log and the metrics. */
export interface RequestScope {
  context: Context;
  /** Name given by the client. For the log only. */
  operationName: string | null;
  /** Root field, used as a metrics label. It comes from the schema, so the number of labels is bounded. */
  rootField: string;
}

/** The metrics label of an operation: its first root field. Clients choose operation names without bound. */
export function rootField(operation: OperationDefinitionNode | null | undefined): string {
  const field = operation?.selectionSet.selections.find((node) => node.kind === Kind.FIELD);
  return field?.kind === Kind.FIELD ? field.name.value : 'fragment';
}

/** Gives Apollo's formatError the id of the request, which Apollo does not pass to it. */
export const requestScope = new AsyncLocalStorage<RequestScope>();

/** What the log line of a request says of its operation. */
type Logged = Pick<RequestScope, 'operationName'>;

/** Kept outside the request, so that no other plugin can depend on a decorator of ours. */
const scopes = new WeakMap<FastifyRequest, Logged>();

/** Stores the scope of a request, so that its log line can name the operation. */
export function setRequestScope(request: FastifyRequest, scope: Logged): void {
  scopes.set(request, scope);
}

/** The scope that was stored for a request; undefined if it ran no operation. */
export const scopeOf = (request: FastifyRequest): Logged | undefined => scopes.get(request);
