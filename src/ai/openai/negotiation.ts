import { type DocumentFormat, documentFormats, type WriterSettings } from '../../modelSettings.js';
import { vendorOf } from './client.js';
import {
  isContextTooLong,
  isFinalRefusal,
  isUnfitDocument,
  refusalDetails,
  type RefusalDetails,
  refusalOf,
} from './refusals.js';

/** Fields of a request that a provider may refuse and that an answer is possible without. */
const optionalFields = [
  'stream_options',
  'stream',
  'reasoning_effort',
  'max_completion_tokens',
  'max_tokens',
  'seed',
  'size',
  'quality',
  'response_format',
  'n',
] as const;
type OptionalField = (typeof optionalFields)[number];

/** What a request says beyond the prompt. */
export type RequestFields = Partial<Record<OptionalField, unknown>>;

/** How a provider is asked. Changes with each refusal that says what it does not accept. */
export interface RequestStyle {
  format: DocumentFormat;
  /** The system prompt is sent as a part of the first message. */
  mergesSystem: boolean;
  dropped: ReadonlySet<OptionalField>;
  /** How the token cap is called. OpenAI and Azure call it max_completion_tokens, most others max_tokens. */
  tokenCap: 'max_completion_tokens' | 'max_tokens';
}

/** Whether the provider's words name the field, but not as a part of a longer name. One letter needs quotes. */
const names = ({ param, text }: RefusalDetails, field: string): boolean =>
  param === field ||
  param.startsWith(`${field}.`) ||
  new RegExp(field.length === 1 ? `['"\`]${field}['"\`]` : `(?<![\\w.])${field}(?!\\w)`).test(text);

const namesFormat =
  /response.?format|json_(?:schema|object)|schema|structured.?output|grammar|(?:min|max)(?:Items|imum)|additionalProperties/i;
const namesSystemRole = /system.{0,20}(?:role|message|prompt)|role.{0,20}system/i;

const withDropped = (style: RequestStyle, field: OptionalField): RequestStyle => ({
  ...style,
  dropped: new Set([...style.dropped, field]),
});

const otherCap = { max_completion_tokens: 'max_tokens', max_tokens: 'max_completion_tokens' } as const;

function withoutField(style: RequestStyle, field: OptionalField): RequestStyle {
  const less = withDropped(style, field);
  // Without a stream there is nothing that its options could say.
  if (field === 'stream') return withDropped(less, 'stream_options');
  if (field !== 'max_completion_tokens' && field !== 'max_tokens') return less;
  return style.dropped.has(otherCap[field]) ? less : { ...less, tokenCap: otherCap[field] };
}

function nextFormat(style: RequestStyle): RequestStyle | null {
  const format = documentFormats[documentFormats.indexOf(style.format) + 1];
  return format === undefined ? null : { ...style, format };
}

/** How to ask again after a refusal. */
export interface NextStyle {
  style: RequestStyle;
  /**
   * Whether other calls should be made like this, too: the provider named what it does not accept. A refusal for the
   * length of a prompt, or for no reason, may be due to this one request.
   */
  isLasting: boolean;
}

/**
 * Works out how to ask again after a refusal.
 * @param fields those of the refused request
 * @returns null if no other way of asking is left, or the refusal has other reasons
 */
export function styleAfterRefusal(
  style: RequestStyle,
  refusal: RefusalDetails,
  fields: RequestFields,
): NextStyle | null {
  if (refusal.status !== 400 && refusal.status !== 422) return null;
  if (isUnfitDocument(refusal) || isFinalRefusal(refusal)) return null;
  const sent = optionalFields.filter((field) => fields[field] !== undefined);
  if (isContextTooLong(refusal)) {
    // The provider adds the cap to the length of the prompt.
    const cap = sent.find((field) => field === 'max_tokens' || field === 'max_completion_tokens');
    if (cap === undefined) return null;
    return { style: withDropped(withDropped(style, cap), otherCap[cap]), isLasting: false };
  }
  const asksForDocument = typeof fields.response_format === 'object';
  const named = sent.find((field) => refusal.param === field) ?? sent.find((field) => names(refusal, field));
  if (named !== undefined && !(named === 'response_format' && asksForDocument))
    return { style: withoutField(style, named), isLasting: true };
  if (named === undefined && !style.mergesSystem && namesSystemRole.test(refusal.text))
    return { style: { ...style, mergesSystem: true }, isLasting: true };
  if (asksForDocument) {
    const next = nextFormat(style);
    return next && { style: next, isLasting: named !== undefined || namesFormat.test(refusal.text) };
  }
  // The refusal names nothing that was sent. A request that says nothing beyond the prompt is the last try.
  if (sent.length === 0) return null;
  return { style: sent.reduce<RequestStyle>(withDropped, style), isLasting: false };
}

/** How many documents are requested with the schema in the prompt after one came back in another shape. */
const SPELLED_OUT_DOCUMENTS = 20;

/**
 * Remembers how a provider's model wants to be asked, for the calls of this process. Calls that run at the same time
 * learn on their own, and the last one that learned something is kept.
 */
export class Negotiation {
  style: RequestStyle;
  /** Whether the model was seen to think without an opening marker. Null: no complete reply so far. */
  thinksAloud: boolean | null;
  #spelledOutLeft = 0;

  constructor({
    format,
    tokenCap,
    thinksAloud = null,
  }: Pick<RequestStyle, 'format' | 'tokenCap'> & { thinksAloud?: boolean | null }) {
    this.thinksAloud = thinksAloud;
    this.style = { format, tokenCap, mergesSystem: false, dropped: new Set() };
  }

  /** Starts a call. */
  begin(): NegotiatedCall {
    return new NegotiatedCall(this);
  }

  /** Counts a document that is about to be requested. @returns whether to write its schema into the prompt, too */
  countDocument(): boolean {
    const isSpelledOut = this.#spelledOutLeft > 0;
    if (isSpelledOut) this.#spelledOutLeft -= 1;
    return isSpelledOut;
  }

  /** Notes that a document had the requested shape only once its schema was in the prompt. */
  noteSpelledOut(): void {
    this.#spelledOutLeft = SPELLED_OUT_DOCUMENTS;
  }
}

/** One call: begins in the style that the provider is known to accept, and tries others after refusals. */
export class NegotiatedCall {
  style: RequestStyle;
  #isNew = false;
  #isLasting = true;

  constructor(private readonly negotiation: Negotiation) {
    this.style = negotiation.style;
  }

  /**
   * Changes the style after a failed try.
   * @param fields those of the failed request
   * @returns false if there is no other way of asking, or the failure has other reasons
   */
  changeAfter(error: unknown, fields: RequestFields): boolean {
    const refusal = refusalOf(error);
    const next = refusal && styleAfterRefusal(this.style, refusalDetails(refusal), fields);
    if (next === null) return false;
    this.style = next.style;
    this.#isNew = true;
    this.#isLasting &&= next.isLasting;
    return true;
  }

  /** Remembers the style, which was accepted, if this call found it. @returns whether it did */
  remember(): boolean {
    if (!this.#isNew || !this.#isLasting) return false;
    this.negotiation.style = this.style;
    return true;
  }
}

/** The fields that the style allows. */
export function allowedFields<T extends RequestFields>(style: RequestStyle, fields: T): Partial<T> {
  return Object.fromEntries(
    Object.entries(fields).filter(
      ([field, value]) => value !== undefined && !style.dropped.has(field as OptionalField),
    ),
  ) as Partial<T>;
}

/** What is known about a model's provider before the first call. */
export const negotiationFor = ({ format, endpoint, thinksAloud }: WriterSettings): Negotiation =>
  new Negotiation({
    format,
    thinksAloud,
    tokenCap: vendorOf(endpoint.baseUrl) !== null ? 'max_completion_tokens' : 'max_tokens',
  });
