import { AsyncLocalStorage } from 'node:async_hooks';
import type { Context } from '../context.js';

/** Data about the current GraphQL request, for the error mask, the log and the metrics. */
export interface RequestScope {
  context: Context;
  /** Name given by the client. For the log only. */
  operationName: string | null;
  /** Root field, used as a metrics label. It comes from the schema, so the number of labels is bounded. */
  rootField: string;
}

/** Gives Apollo's formatError the id of the request, which Apollo does not pass to it. */
export const requestScope = new AsyncLocalStorage<RequestScope>();
