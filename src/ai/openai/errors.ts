import { APIConnectionError, APIError } from 'openai';
import type { Logger } from 'pino';
import { UpstreamError } from '../ports.js';
import { type ProviderRefusal, ResponseTooLargeError } from './client.js';
import type { AbortReason, Deadlines } from './deadlines.js';
import {
  isContextTooLong,
  isMissingEndpoint,
  isOutOfCredit,
  isPolicyRefusal,
  isUnfitDocument,
  isUnknownModel,
  refusalDetails,
  refusalOf,
  retryAfterOf,
} from './refusals.js';

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
  const refusal = refusalOf(error);
  const { code, param } = refusal === null ? { code: undefined, param: undefined } : refusalDetails(refusal);
  const details =
    refusal === null
      ? {}
      : { status: refusal.status, code, param, providerRequestId: refusal.headers.get('x-request-id') };
  const kind = error instanceof UpstreamError ? { kind: error.kind } : {};
  log.warn(
    { call, model, error: error instanceof Error ? error.name : typeof error, ...kind, ...details },
    'model call failed',
  );
}

const aborted: Record<AbortReason, [kind: 'temporary' | 'cut', message: string]> = {
  caller: ['temporary', 'The call was stopped before the model had answered.'],
  late: ['temporary', 'The model did not answer in time.'],
  first: [
    'cut',
    'The model did not begin to answer in time. The operator has to allow it more (…_FIRST_TOKEN_SECONDS) or to choose a faster one.',
  ],
  idle: ['temporary', 'The model stopped sending in the middle of its answer.'],
  total: [
    'cut',
    'The model took too long to answer. The operator has to allow it more (…_TOTAL_SECONDS) or to choose a faster one.',
  ],
};

/** The error for a call that we ended. */
export function abortedCallError(by: AbortReason): UpstreamError {
  const [kind, message] = aborted[by];
  return new UpstreamError(message, kind, { about: by === 'caller' ? 'stopped' : 'outage' });
}

function fromRefusal(refusal: ProviderRefusal): UpstreamError {
  const details = refusalDetails(refusal);
  const { status } = details;
  const operator = (message: string): UpstreamError => new UpstreamError(message, 'operator');
  if (isPolicyRefusal(details))
    return new UpstreamError('The model provider refused this content under its policy.', 'refused');
  const retryAfter = retryAfterOf(refusal);
  if (isOutOfCredit(details, retryAfter))
    return operator('The account at the model provider has no credit left. Its operator has to add some.');
  if (isUnfitDocument(details))
    return new UpstreamError("The model's answer did not have the requested shape.", 'malformed');
  if (isContextTooLong(details))
    return operator(
      'The prompt is longer than the model’s context. The operator has to choose a model with a longer context.',
    );
  if (status === 401 || status === 403)
    return operator(
      'The model provider did not accept the credentials of this server. The operator has to check the key and its rights.',
    );
  if (isMissingEndpoint(details))
    return operator(
      'The model provider does not offer this service at the configured address. The operator has to check it.',
    );
  // "Loading model" with a 5xx is a matter of seconds.
  if (status < 500 && isUnknownModel(details))
    return operator(
      'The model provider does not have the configured model. The operator has to choose another one.',
    );
  if (status === 429)
    return new UpstreamError('The model provider is rate limiting this server.', 'temporary', { retryAfter });
  if (status >= 500 || status === 408 || status === 409 || status === 425) {
    const about = status === 409 ? undefined : 'outage';
    return new UpstreamError('The model provider is temporarily unavailable.', 'temporary', {
      retryAfter,
      about,
    });
  }
  return operator(
    'The model provider rejected the request. The operator finds the reason with npm run check:provider.',
  );
}

/** undici's error for a connection that ended inside a body. It has no class of its own. */
const isBrokenBody = (error: unknown): boolean =>
  error instanceof TypeError && error.message === 'terminated';

/**
 * Translates a failed call into an error for the owner and the queue. The SDK's own messages quote keys,
 * addresses and prompts, so none of them is passed on, not even as a cause.
 * @returns an UpstreamError, or the error itself if it is a bug of ours and not a failure of the provider
 */
export function toUpstreamError(error: unknown, deadlines: Deadlines): unknown {
  if (error instanceof UpstreamError) return error;
  const by = deadlines.stoppedBy();
  if (by !== null) return abortedCallError(by);
  const refusal = refusalOf(error);
  if (refusal !== null) return fromRefusal(refusal);
  if (error instanceof ResponseTooLargeError)
    return new UpstreamError("The model's answer was far too long.", 'cut');
  if (error instanceof APIConnectionError) {
    // What goes wrong in a body that our fetch reads arrives wrapped.
    if (error.cause instanceof ResponseTooLargeError || isBrokenBody(error.cause))
      return toUpstreamError(error.cause, deadlines);
    return new UpstreamError('The model provider could not be reached.', 'temporary', { about: 'outage' });
  }
  if (error instanceof APIError)
    return new UpstreamError(
      'The model provider reported an error in the middle of its answer.',
      'temporary',
      { about: 'outage' },
    );
  if (error instanceof SyntaxError) return new UpstreamError("The model's answer was not readable.", 'cut');
  if (isBrokenBody(error))
    return new UpstreamError('The connection to the model provider broke off.', 'temporary', {
      about: 'outage',
    });
  return error;
}
