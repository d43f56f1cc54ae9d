import type { ChatRequest } from './chatRequest.js';

/** The four services of the stand-in. */
export type StandInPath = 'chat' | 'images' | 'moderations' | 'models';

/** What a call does instead of answering normally. `delayMs` is in milliseconds, `retryAfter` in seconds. */
export type ScriptedResponse =
  /** Returns an error with a provider's `code` and `message`. */
  | { do: 'fail'; status: number; code?: string; message?: string; retryAfter?: number }
  /** Answers normally after `delayMs`. */
  | { do: 'slow'; delayMs: number }
  /** Answers normally once the promise settles, so that tests wait for facts instead of time. */
  | { do: 'hold'; until: Promise<unknown> }
  /** Answers with exactly this text: chat only. */
  | { do: 'say'; content: string }
  /**
   * `stall`: sends half an answer and then nothing. `cut`: sends half an answer and destroys the socket.
   * `truncate`: ends at the length limit. `early-end`: ends without a finish reason.
   */
  | { do: 'stall' | 'cut' | 'truncate' | 'early-end' }
  /**
   * When asked to continue a reply, `repeat` first repeats its last `words` words and `start-over` repeats
   * all of it: chat only.
   */
  | { do: 'repeat'; words: number }
  | { do: 'start-over' }
  /**
   * `refuse`: the model refuses. `filter`: the content filter stops the answer. `flag`: moderation flags the
   * text. `url-only`: returns a picture's address instead of its bytes.
   */
  | { do: 'refuse' | 'filter' | 'flag' | 'url-only' }
  /** Answers with what `answer` makes of the request and of the normal answer: chat only. */
  | { do: 'rewrite'; answer: (request: ChatRequest, good: string) => string }
  /**
   * `garbage`: not JSON. `wrong-schema`: JSON of another shape. `empty`: no content. `huge`: 10 MB of chat,
   * 40 MB of picture.
   */
  | { do: 'garbage' | 'wrong-schema' | 'empty' | 'huge' };

/**
 * Applies to `times` calls of this path (default 1, Infinity for all that follow); then the next entry of the
 * script applies.
 */
export type Behaviour = ScriptedResponse & { path: StandInPath; times?: number };
