import type { z } from 'zod';

/** What a model call cost, as far as the provider says. */
export interface Usage {
  model: string;
  inputTokens: number | null;
  outputTokens: number | null;
}

/** A prompt whose answer must be one JSON document of the given shape. */
export interface JsonRequest<T> {
  /** Our instructions. Never holds a word that a respondent or an owner wrote. */
  system: string;
  /** Data, fenced as JSON. Everything people wrote goes here. */
  user: string;
  name: string;
  schema: z.ZodType<T>;
  signal: AbortSignal;
}

/** One message of a conversation as a chat model takes it. */
export interface ChatTurn {
  role: 'system' | 'user' | 'assistant';
  content: string;
}

/** A conversation whose next message is asked for, as prose. */
export interface TextRequest {
  messages: ChatTurn[];
  /** Ends the call; what arrived until then stays with the caller. */
  signal: AbortSignal;
  /** Takes each piece as the provider cut it, so a surrogate pair may be split over two. Ends the call by throwing. */
  onPiece: (piece: string) => void;
  /** A continuation may have nothing left to say. */
  mayBeEmpty?: boolean;
}

/** Writes prose. @throws UpstreamError */
export interface LanguageModel {
  writeJson<T>(request: JsonRequest<T>): Promise<{ value: T; usage: Usage }>;
  /**
   * Writes prose, and tells each piece as it arrives: a call and no iterator, whose layers cost more than the words once
   * hundreds of replies stream.
   * @returns what it cost
   * @throws UpstreamError unless the model's own finish signal came: what was told is then a part, and may be continued
   */
  writeText(request: TextRequest): Promise<Usage>;
}

/** Draws a picture and answers its encoded bytes (PNG, JPEG or WebP). @throws UpstreamError */
export interface Illustrator {
  draw(request: { prompt: string; signal: AbortSignal }): Promise<{ bytes: Buffer; usage: Usage }>;
}

/** Judges a text before it is stored or shown. @throws UpstreamError when it cannot judge: callers refuse, never wave through. */
export interface Moderator {
  review(text: string, signal: AbortSignal): Promise<{ flagged: boolean; categories: string[] }>;
}

export interface Ai {
  languageModel: LanguageModel;
  illustrator: Illustrator;
  moderator: Moderator;
  /** True while the stand-in answers: whatever it made is labelled wherever people see it. */
  isDemo: boolean;
}

/**
 * A model call that gave nothing usable. `retryable` says whether the same call may succeed later. `message` is for the owner: no secrets.
 * A provider's own error is never the `cause`: queues store causes, and it quotes keys, addresses and prompts.
 */
export class UpstreamError extends Error {
  override readonly name = 'UpstreamError';
  /** Seconds the provider asked to wait, where it said so. */
  readonly retryAfter: number | null;
  /** True where the same call fails until an operator mends something: a key, credit, a model's name. */
  readonly mendable: boolean;
  /** True where the model answered in full, but no JSON document of the asked-for shape: worth a repair, not only a retry. */
  readonly unfit: boolean;
  constructor(
    message: string,
    readonly retryable: boolean,
    options: { cause?: unknown; retryAfter?: number | null; mendable?: boolean; unfit?: boolean } = {},
  ) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.retryAfter = options.retryAfter ?? null;
    this.mendable = options.mendable ?? false;
    this.unfit = options.unfit ?? false;
  }
}
