import { APIConnectionError, APIError } from 'openai';
import type { Logger } from 'pino';
import { UpstreamError } from '../ports.js';
import { ResponseTooLargeError } from './client.js';
import type { AbortReason, Deadlines } from './deadlines.js';

/** `instanceof` alone narrows to a type full of `any`. */
export const isApiError = (error: unknown): error is APIError => error instanceof APIError;

/**
 * Logs what an operator needs to find the call at the provider. The error's message and body are left out:
 * both quote prompts, and some quote keys.
 */
export function logFailure(
  log: Logger,
  call: 'text' | 'image' | 'moderation',
  model: string,
  error: unknown,
): void {
  const details = isApiError(error)
    ? { status: error.status, code: error.code, type: error.type, providerRequestId: error.requestID }
    : {};
  log.warn(
    { call, model, error: error instanceof Error ? error.name : typeof error, ...details },
    'model call failed',
  );
}

const messages: Record<AbortReason, string> = {
  caller: 'The call was stopped before the model had answered.',
  idle: 'The model stopped sending in the middle of its answer.',
  total: 'The model took too long to answer.',
};

/** The error for a call that we ended. Always retryable: the same call may succeed at another time. */
export const abortedCallError = (by: AbortReason): UpstreamError => new UpstreamError(messages[by], true);

const noCredit = new Set(['insufficient_quota', 'billing_hard_limit_reached']);
const refusedContent = new Set(['content_policy_violation', 'content_filter', 'moderation_blocked']);

function retryAfterOf(error: APIError): number | null {
  const seconds = Number(error.headers?.get('retry-after') ?? NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? Math.ceil(seconds) : null;
}

function fromStatus(error: APIError): UpstreamError {
  const code = error.code ?? error.type ?? '';
  const status = error.status;
  if (noCredit.has(code))
    return new UpstreamError('The account at the model provider has no credit left.', false, {
      needsOperator: true,
    });
  if (refusedContent.has(code))
    return new UpstreamError('The model provider refused this content under its policy.', false);
  if (status === undefined)
    return new UpstreamError('The model provider reported an error in the middle of its answer.', true);
  if (status === 401 || status === 403)
    return new UpstreamError('The model provider did not accept the credentials of this server.', false, {
      needsOperator: true,
    });
  if (status === 404)
    return new UpstreamError(
      'The model provider does not have the model or the service this server asks for.',
      false,
      { needsOperator: true },
    );
  const retryAfter = retryAfterOf(error);
  if (status === 429)
    return new UpstreamError('The model provider is rate limiting this server.', true, { retryAfter });
  if (status >= 500 || status === 408 || status === 409 || status === 425)
    return new UpstreamError('The model provider is temporarily unavailable.', true, { retryAfter });
  return new UpstreamError('The model provider rejected the request.', false);
}

/**
 * Translates a failed call into an error for the owner and the queue. The SDK's own messages quote keys,
 * addresses and prompts, so none of them is passed on, not even as a cause.
 * @returns an UpstreamError, or the error itself if it is a bug of ours and not a failure of the provider
 */
export function toUpstreamError(error: unknown, deadlines: Deadlines): unknown {
  if (error instanceof UpstreamError) return error;
  const by = deadlines.stoppedBy();
  if (by !== null) return abortedCallError(by);
  if (error instanceof ResponseTooLargeError)
    return new UpstreamError("The model's answer was far too long.", true);
  if (error instanceof APIConnectionError) {
    // A body that exceeds the cap before the SDK has read it arrives wrapped.
    if (error.cause instanceof ResponseTooLargeError) return toUpstreamError(error.cause, deadlines);
    return new UpstreamError('The model provider could not be reached.', true);
  }
  if (isApiError(error)) return fromStatus(error);
  if (error instanceof SyntaxError) return new UpstreamError("The model's answer was not readable.", true);
  // undici's message for a connection that ended inside a body. The error has no class of its own.
  if (error instanceof TypeError && error.message === 'terminated')
    return new UpstreamError('The connection to the model provider broke off.', true);
  return error;
}
