import type { AbortReason } from './deadlines.js';
import { UpstreamError } from '../ports.js';

const messages: Record<AbortReason, string> = {
  caller: 'The call was stopped before the model had answered.',
  idle: 'The model stopped sending in the middle of its answer.',
  total: 'The model took too long to answer.',
};

/** The error for a call that we ended. Always retryable: the same call may succeed at another time. */
export const abortedCallError = (by: AbortReason): UpstreamError => new UpstreamError(messages[by], true);
