import { AsyncLocalStorage } from 'node:async_hooks';
import type { Context } from '../context.js';

/** What is known about the GraphQL request being answered, for the error mask, the log and the metrics. */
export interface RequestScope {
  context: Context;
  /** As the client named it; for the log only. */
  operationName: string | null;
  /** Root field, from the schema and therefore of bounded number: the label of the metrics. */
  rootField: string;
}

/** Apollo's formatError is told nothing about the request an error belongs to; this is how it knows the request's id. */
export const requestScope = new AsyncLocalStorage<RequestScope>();
