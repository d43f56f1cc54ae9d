/** How a load model speaks. `startAfterMs`: from the request to the first token; null holds all replies until `go`. */
export interface Pace {
  tokensPerSecond: number;
  startAfterMs: number | null;
}

/** When a reply's tokens left, by monotonicMs(). */
export interface Emission {
  reply: number;
  first: number;
  last: number;
  /** The longest that one of its tokens left after it was due, in milliseconds: a machine that is too busy. */
  late: number;
}

/** To the model's process. */
export type PacedModelOrder =
  { do: 'pace'; pace: Pace } | { do: 'go'; spreadMs: number } | { do: 'count' } | { do: 'take' };

/** From it: its port once, then an answer to each order. */
export type PacedModelAnswer =
  | { is: 'port'; port: number }
  | { is: 'done' }
  | { is: 'count'; open: number }
  | { is: 'taken'; emissions: Emission[] };
