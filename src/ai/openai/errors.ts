import { APIConnectionError, APIError } from 'openai';
import type { Logger } from 'pino';
import { UpstreamError } from '../ports.js';
import { ProviderRefusal, ResponseTooLargeError } from './client.js';
import type { AbortReason, Deadlines } from './deadlines.js';

/** What a provider says about its refusal, wherever in the body it says it. Quotes prompts: never logged. */
export interface RefusalDetails {
  /** HTTP status. Of an error with the status 200, the one that its code says, if that is a status. */
  status: number;
  /** The provider's code or type; empty if it names none. */
  code: string;
  /** The parameter that the provider objects to; empty if it names none. */
  param: string;
  /** The words of the error. */
  text: string;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Fields in which providers put words of their own. Others repeat the request or the answer (`input` of FastAPI,
 * `failed_generation` of Groq), so that a person could decide what an error says.
 */
const ownWords = [
  'error',
  'message',
  'msg',
  'detail',
  'loc',
  'code',
  'type',
  'status',
  'innererror',
  'metadata',
  'raw',
];

/** A text or number in words; empty for anything else. */
const text = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';

/** Levels of an error body that are read. The deepest known has five. */
const MOST_LEVELS = 10;

function wordsOf(value: unknown, level = 0): string[] {
  if (level > MOST_LEVELS) return [];
  if (Array.isArray(value)) return value.flatMap((one) => wordsOf(one, level + 1));
  return isObject(value) ? ownWords.flatMap((field) => wordsOf(value[field], level + 1)) : [text(value)];
}

/**
 * Reads an error body. Providers put the error under `error` (an object or a text), at the top level, under
 * `detail` or `message`, or into an array of one.
 */
export function refusalDetails({ status, body }: ProviderRefusal): RefusalDetails {
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    return { status, code: '', param: '', text: body };
  }
  const outer = Array.isArray(value) ? (value as unknown[])[0] : value;
  const inner = isObject(outer) && outer.error != null ? outer.error : outer;
  const words = wordsOf(inner)
    .filter((word) => word !== '')
    .join(' ');
  if (!isObject(inner)) return { status, code: '', param: '', text: words };
  const code = text(inner.code) || text(inner.type) || text(inner.status);
  const meant = status === 200 && /^[45]\d\d$/.test(code) ? Number(code) : status;
  return { status: meant, code, param: text(inner.param), text: words };
}

/** The refusal behind an error of the SDK, which wraps what its fetch throws. */
export function refusalOf(error: unknown): ProviderRefusal | null {
  if (error instanceof ProviderRefusal) return error;
  return error instanceof APIConnectionError && error.cause instanceof ProviderRefusal ? error.cause : null;
}

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
  return new UpstreamError(message, kind);
}

/** The longest wait that a provider may ask for, in seconds. Longer ones count as this. */
const MOST_RETRY_SECONDS = 24 * 60 * 60;

/** "Please try again in 1h12m3.5s" or "in 650ms" of OpenAI and Groq, "Please retry in 22.1s" of Google. */
const delayInWords = /(?:try again|retry) in (?:(\d+)h)?(?:(\d+)m(?!s))?(?:([\d.]+)(ms|s))?/;

function secondsInWords(words: string): number {
  const [, hours, minutes, amount, unit] = delayInWords.exec(words) ?? [];
  if ((hours ?? minutes ?? amount) === undefined) return NaN;
  const rest = Number(amount ?? 0) / (unit === 'ms' ? 1000 : 1);
  return Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60 + rest;
}

/** Seconds that a `Retry-After` names, which may be a date. */
const secondsOf = (value: string): number =>
  Number.isNaN(Number(value)) ? (Date.parse(value) - Date.now()) / 1000 : Number(value);

/**
 * Seconds to wait, from OpenAI's `retry-after-ms`, from `Retry-After`, or from the words of the error; null if
 * unknown.
 */
function retryAfterOf({ headers, body }: ProviderRefusal): number | null {
  const seconds = [
    Number(headers.get('retry-after-ms') ?? NaN) / 1000,
    secondsOf(headers.get('retry-after') ?? 'none'),
    secondsInWords(body),
  ].find(Number.isFinite);
  return seconds === undefined ? null : Math.min(MOST_RETRY_SECONDS, Math.max(0, Math.ceil(seconds)));
}

const noCredit = /insufficient_quota|billing|credit|quota exceeded|payment/i;
const contentPolicy =
  /content_policy|content_filter|content management policy|moderation_blocked|ResponsibleAIPolicy|safety system|invalid_prompt|usage polic|content exists risk|data_inspection|input was flagged/i;
const tooLong =
  /context[_ ](?:length|window|size)|maximum context|prompt is too long|too many (?:input )?tokens|exceeds? .{0,40}context/i;
const unknownModel =
  /model_not_found|model.{0,60}(?:not found|does not exist|not exist|deprecated|unknown|unavailable)|no such model|unknown model/i;

/** Whether the provider's own policy or the name of the model is the reason, so that no other way of asking helps. */
export const isFinalRefusal = ({ code, text }: RefusalDetails): boolean =>
  contentPolicy.test(`${code} ${text}`) || unknownModel.test(`${code} ${text}`);

/** Whether the provider objects to the length of the prompt. A rate limit counts the tokens of a minute. */
export const isContextTooLong = ({ status, text, code }: RefusalDetails): boolean =>
  status !== 429 && tooLong.test(`${code} ${text}`);

/** Whether the provider's own check found the model's document unfit. */
export const isUnfitDocument = ({ code, text }: RefusalDetails): boolean =>
  /json_validate_failed/.test(`${code} ${text}`);

/** Whether the provider has no such endpoint, as opposed to no such model. */
export const isMissingEndpoint = (details: RefusalDetails): boolean =>
  (details.status === 404 && !unknownModel.test(`${details.code} ${details.text}`)) ||
  details.status === 405 ||
  details.status === 501 ||
  (details.status === 200 && /endpoint|method|not (?:found|supported)/i.test(details.text));

function fromRefusal(refusal: ProviderRefusal): UpstreamError {
  const details = refusalDetails(refusal);
  const { status } = details;
  const words = `${details.code} ${details.text}`;
  const operator = (message: string): UpstreamError => new UpstreamError(message, 'operator');
  if (contentPolicy.test(words))
    return new UpstreamError('The model provider refused this content under its policy.', 'refused');
  const retryAfter = retryAfterOf(refusal);
  // Google calls each of its rate limits a quota, with a hint to billing and the time until it is free again. The
  // limit 0 is never free.
  const isGooglesLimit = retryAfter !== null && !/insufficient_quota|\blimit: 0\b/.test(words);
  const isOutOfCredit = status === 429 && noCredit.test(words) && !isGooglesLimit;
  if (status === 402 || isOutOfCredit)
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
  if (status < 500 && unknownModel.test(words))
    return operator(
      'The model provider does not have the configured model. The operator has to choose another one.',
    );
  if (status === 429)
    return new UpstreamError('The model provider is rate limiting this server.', 'temporary', { retryAfter });
  if (status >= 500 || status === 408 || status === 409 || status === 425)
    return new UpstreamError('The model provider is temporarily unavailable.', 'temporary', { retryAfter });
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
    return new UpstreamError('The model provider could not be reached.', 'temporary');
  }
  if (error instanceof APIError)
    return new UpstreamError(
      'The model provider reported an error in the middle of its answer.',
      'temporary',
    );
  if (error instanceof SyntaxError) return new UpstreamError("The model's answer was not readable.", 'cut');
  if (isBrokenBody(error))
    return new UpstreamError('The connection to the model provider broke off.', 'temporary');
  return error;
}
