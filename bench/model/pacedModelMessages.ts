/**
 * The load model's pace. `startAfterMs`: time from the request to the first token; null holds all replies
 * until `go`.
 */
export interface Pace {
  tokensPerSecond: number;
  startAfterMs: number | null;
}

/** When a reply's first and last tokens were sent, by monotonicMs(). */
export interface Emission {
  reply: number;
  first: number;
  last: number;
  /**
   * The longest delay of one of its tokens, in milliseconds. A large value means that the machine is too
   * busy.
   */
  late: number;
}

/** Messages to the model's process. */
export type PacedModelOrder =
  { do: 'pace'; pace: Pace } | { do: 'go'; spreadMs: number } | { do: 'count' } | { do: 'take' };

/** Messages from the model's process: its port once, then an answer to each order. */
export type PacedModelAnswer =
  | { is: 'port'; port: number }
  | { is: 'done' }
  | { is: 'count'; open: number }
  | { is: 'taken'; emissions: Emission[] };
