import { APIConnectionError } from 'openai';
import { ProviderRefusal } from './client.js';

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
export function retryAfterOf({ headers, body }: ProviderRefusal): number | null {
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

/** Whether the provider refuses the content under its policy. */
export const isPolicyRefusal = ({ code, text }: RefusalDetails): boolean =>
  contentPolicy.test(`${code} ${text}`);

/** Whether the provider does not have the model. */
export const isUnknownModel = ({ code, text }: RefusalDetails): boolean =>
  unknownModel.test(`${code} ${text}`);

/** Whether the provider's own policy or the name of the model is the reason, so that no other way of asking helps. */
export const isFinalRefusal = (details: RefusalDetails): boolean =>
  isPolicyRefusal(details) || isUnknownModel(details);

/**
 * Whether the account has no credit left. Google calls each of its rate limits a quota, with a hint to billing and the
 * time until it is free again; the limit 0 is never free.
 * @param retryAfter see retryAfterOf
 */
export function isOutOfCredit({ status, code, text }: RefusalDetails, retryAfter: number | null): boolean {
  const words = `${code} ${text}`;
  const isGooglesLimit = retryAfter !== null && !/insufficient_quota|\blimit: 0\b/.test(words);
  return status === 402 || (status === 429 && noCredit.test(words) && !isGooglesLimit);
}

/** Whether the provider objects to the length of the prompt. A rate limit counts the tokens of a minute. */
export const isContextTooLong = ({ status, text, code }: RefusalDetails): boolean =>
  status !== 429 && tooLong.test(`${code} ${text}`);

/** Whether the provider's own check found the model's document unfit. */
export const isUnfitDocument = ({ code, text }: RefusalDetails): boolean =>
  /json_validate_failed/.test(`${code} ${text}`);

/** Whether the provider has no such endpoint, as opposed to no such model. */
export const isMissingEndpoint = (details: RefusalDetails): boolean =>
  (details.status === 404 && !isUnknownModel(details)) ||
  details.status === 405 ||
  details.status === 501 ||
  (details.status === 200 && /endpoint|method|not (?:found|supported)/i.test(details.text));
