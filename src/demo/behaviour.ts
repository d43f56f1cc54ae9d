/** The four services of the stand-in. */
export type StandInPath = 'chat' | 'images' | 'moderations' | 'models';

/** What a call does instead of answering well. Milliseconds and seconds as named. */
export type Deed =
  /** An error answer; `code` and `message` as a provider would write them. */
  | { do: 'fail'; status: number; code?: string; message?: string; retryAfter?: number }
  /** Answers well, `delayMs` later. */
  | { do: 'slow'; delayMs: number }
  /** Answers well, once the promise settles: tests wait on facts. */
  | { do: 'hold'; until: Promise<unknown> }
  /** Answers with exactly this text: chat only. */
  | { do: 'say'; content: string }
  /** `stall`: half an answer, then nothing. `cut`: half an answer, then the socket is destroyed. `truncate`: ends at the length limit. `early-end`: ends without a finish reason. */
  | { do: 'stall' | 'cut' | 'truncate' | 'early-end' }
  /** Asked to go on with a reply, says its last `words` words once more first, or all of it from its beginning: chat only. */
  | { do: 'repeat'; words: number }
  | { do: 'start-over' }
  /** `refuse`: declines by itself. `filter`: stopped by the content filter. `flag`: a moderation that objects. `url-only`: a picture by address instead of bytes. */
  | { do: 'refuse' | 'filter' | 'flag' | 'url-only' }
  /** Carries out whatever the data of the prompt asks for, as the worst of models would: chat only. */
  | { do: 'obey' }
  /** `garbage`: no JSON. `wrong-schema`: JSON of another shape. `empty`: nothing inside. `huge`: 10 MB of chat, 40 MB of picture. */
  | { do: 'garbage' | 'wrong-schema' | 'empty' | 'huge' };

/** `times` calls of this path do it (default 1, Infinity for all that follow); then the next thing told is done. */
export type Behaviour = Deed & { path: StandInPath; times?: number };
