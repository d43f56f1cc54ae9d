import { type DocumentFormat, documentFormats } from '../../modelSettings.js';
import { isContextTooLong, isFinalRefusal, isUnfitDocument, type RefusalDetails } from './errors.js';

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
  /** The schema is also written into the prompt, because a model answered in another shape. */
  spellsOutSchema: boolean;
  /** The system prompt is sent as a part of the first message. */
  mergesSystem: boolean;
  dropped: ReadonlySet<OptionalField>;
  /** How the token cap is called. OpenAI and Azure call it max_completion_tokens, most others max_tokens. */
  tokenCap: 'max_completion_tokens' | 'max_tokens';
}

/** Names the field in the provider's words, but not as a part of a longer name. */
const names = ({ param, text }: RefusalDetails, field: string): boolean =>
  param === field || param.startsWith(`${field}.`) || new RegExp(`(?<![\\w.])${field}(?!\\w)`).test(text);

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

/**
 * Works out how to ask again after a refusal.
 * @param fields those of the refused request
 * @returns null if no other way of asking is left, or the refusal has other reasons
 */
export function styleAfterRefusal(
  style: RequestStyle,
  refusal: RefusalDetails,
  fields: RequestFields,
): RequestStyle | null {
  if (refusal.status !== 400 && refusal.status !== 422) return null;
  if (isUnfitDocument(refusal) || isFinalRefusal(refusal)) return null;
  const sent = optionalFields.filter((field) => fields[field] !== undefined);
  if (isContextTooLong(refusal)) {
    // The provider adds the cap to the length of the prompt.
    const cap = sent.find((field) => field === 'max_tokens' || field === 'max_completion_tokens');
    return cap === undefined ? null : withDropped(withDropped(style, cap), otherCap[cap]);
  }
  if (!style.mergesSystem && /system.{0,20}(?:role|message|prompt)|role.{0,20}system/i.test(refusal.text))
    return { ...style, mergesSystem: true };
  const asksForDocument = typeof fields.response_format === 'object';
  const named = sent.find((field) => refusal.param === field) ?? sent.find((field) => names(refusal, field));
  if (named !== undefined && !(named === 'response_format' && asksForDocument))
    return withoutField(style, named);
  if (asksForDocument) return nextFormat(style);
  // The refusal names nothing that was sent. A request that says nothing beyond the prompt is the last try.
  return sent.length === 0 ? null : sent.reduce<RequestStyle>(withDropped, style);
}

/**
 * Remembers for the life of a process how a provider's model wants to be asked. Calls that run at the same time
 * learn on their own, and the last one that succeeded is kept.
 */
export class Negotiation {
  style: RequestStyle;
  /** Whether the model was seen to think without an opening marker. Null: no complete reply so far. */
  thinksAloud: boolean | null;

  constructor({
    format,
    tokenCap,
    thinksAloud = null,
  }: Pick<RequestStyle, 'format' | 'tokenCap'> & { thinksAloud?: boolean | null }) {
    this.thinksAloud = thinksAloud;
    this.style = { format, tokenCap, spellsOutSchema: false, mergesSystem: false, dropped: new Set() };
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
