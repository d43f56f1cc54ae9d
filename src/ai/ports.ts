import type { z } from 'zod';
import type { ModelRole } from '../telemetry/workMetrics.js';

/** Model and token counts of a call. A count is null if the provider does not report it. */
export interface Usage {
  model: string;
  inputTokens: number | null;
  outputTokens: number | null;
}

/**
 * Receives the usage of each answer, also of one that is unfit or cut off: it is paid all the same. The counts of a
 * stopped answer are unknown, because providers send them at the end. It is awaited and must not throw.
 */
export type OnUsage = (usage: Usage) => Promise<void>;

/** A prompt whose answer must be one JSON document of the given shape. */
export interface JsonRequest<T> {
  /** Our instructions. Never contains text that a respondent or an owner wrote. */
  system: string;
  /** Data, fenced as JSON. All text that people wrote goes here. */
  user: string;
  name: string;
  schema: z.ZodType<T>;
  signal: AbortSignal;
  onUsage?: OnUsage;
  /** An answer of another shape is not asked for again. */
  isLastTry?: boolean;
}

/** One message of a conversation, in the format of chat models. */
export interface ChatTurn {
  role: 'system' | 'user' | 'assistant';
  content: string;
}

/** A conversation to which the model writes the next message, as prose. */
export interface TextRequest {
  messages: ChatTurn[];
  /** Ends the call. The caller keeps the pieces it has received. */
  signal: AbortSignal;
  /**
   * Receives each piece as the provider cut it, so a surrogate pair may be split across two pieces. Throw
   * from it to end the call.
   */
  onPiece: (piece: string) => void;
  onUsage?: OnUsage;
  /** Whether an empty answer is valid: a continuation may have nothing left to say. */
  mayBeEmpty?: boolean;
}

/** Writes text and JSON documents. @throws UpstreamError */
export interface LanguageModel {
  writeJson<T>(request: JsonRequest<T>): Promise<{ value: T; usage: Usage }>;
  /**
   * Writes prose and passes each piece to `onPiece` as it arrives. A callback instead of an async iterator,
   * because the layers of an iterator cost more than the words once hundreds of replies stream.
   * @returns the usage of the call
   * @throws UpstreamError unless the model sent its own finish signal. The pieces received are then an
   *   incomplete text that may be continued.
   */
  writeText(request: TextRequest): Promise<Usage>;
}

/** Draws a picture and returns its encoded bytes (PNG, JPEG or WebP). @throws UpstreamError */
export interface Illustrator {
  draw(request: {
    prompt: string;
    signal: AbortSignal;
    onUsage?: OnUsage;
  }): Promise<{ bytes: Buffer; usage: Usage }>;
}

/**
 * Judges a text before it is stored or shown.
 * @throws UpstreamError if it cannot judge. Callers must then refuse the text.
 */
export interface Moderator {
  review(text: string, signal: AbortSignal): Promise<{ flagged: boolean; categories: string[] }>;
}

/** The models of this process, by role. */
export interface Ai {
  /** Writes the documents of the saga: paraphrases, reflections and the persona. */
  textModel: LanguageModel;
  /** Writes replies, summaries and explanations. */
  chatModel: LanguageModel;
  /** Null if the operator turned pictures off: every persona then gets a locally drawn portrait. */
  illustrator: Illustrator | null;
  moderator: Moderator;
  /** True while the stand-in answers. Everything it generates is labelled wherever people see it. */
  isDemo: boolean;
  /** Whether calls of a role are withheld at the moment, because its provider fails. */
  isFailing(role: ModelRole): boolean;
}

/**
 * Why a model call returned nothing usable.
 * - `temporary`: the same call may succeed later (overload, rate limit, lost connection).
 * - `operator`: fails until an operator changes a setting, a key or the account's credit.
 * - `refused`: the model or the provider's content filter declined this content.
 * - `malformed`: answered in full, but not in the requested shape. Worth a repair, not only a retry.
 * - `cut`: the paid answer was cut off at a limit (length, time). Worth one more try.
 */
export type UpstreamErrorKind = 'temporary' | 'operator' | 'refused' | 'malformed' | 'cut';

/**
 * What a failure is about beside its request. `outage`: the provider was not reached, did not answer in time or failed
 * itself. `withheld`: the call was not made, because the provider fails. `stopped`: its caller stopped it.
 */
type FailureSubject = 'outage' | 'withheld' | 'stopped';

/**
 * A model call that returned nothing usable. `message` is shown to the owner, so it contains no secrets. A
 * provider's own error is never used as `cause`: queues store causes, and it quotes keys, addresses and
 * prompts.
 */
export class UpstreamError extends Error {
  override readonly name = 'UpstreamError';
  /** Seconds to wait, as the provider asked or until it is asked again; or null. */
  readonly retryAfter: number | null;
  /** What it is about beside the request; see `about`. */
  readonly #about: FailureSubject | undefined;

  constructor(
    message: string,
    readonly kind: UpstreamErrorKind,
    options: { cause?: unknown; retryAfter?: number | null; about?: FailureSubject } = {},
  ) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.retryAfter = options.retryAfter ?? null;
    this.#about = options.about;
  }

  /** Whether it speaks of the provider's health, and not of this request alone. */
  get isOutage(): boolean {
    return this.#about === 'outage';
  }

  /** Whether the call was not made, because the provider fails. */
  get isWithheld(): boolean {
    return this.#about === 'withheld';
  }

  /** Whether the caller stopped the call. */
  get isStopped(): boolean {
    return this.#about === 'stopped';
  }

  /** Whether a retry without any change is pointless. The owner may still retry later. */
  get isHopeless(): boolean {
    return this.kind === 'operator' || this.kind === 'refused';
  }
}
