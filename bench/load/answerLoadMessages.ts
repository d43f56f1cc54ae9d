/** A phase of load. */
export type LoadOrder =
  /** Everyone waits for an answer before sending the next request: as much as the server can do. */
  | { kind: 'closed'; seconds: number; clients: number }
  /** Requests come at this rate whether or not the earlier ones have been answered: as people do. */
  | { kind: 'open'; seconds: number; perSecond: number };

/** What a phase of load showed. Times are in milliseconds. */
export interface LoadResult {
  seconds: number;
  sent: number;
  /** Accepted requests: when they were due, since the beginning of the phase, and how long they took from then. */
  accepted: { at: number; ms: number }[];
  /** The same for requests that were refused with 503. */
  refused: { at: number; ms: number }[];
  /** Refusals without Retry-After or without the code SERVICE_UNAVAILABLE. */
  malformedRefusals: number;
  /** All other outcomes and how often each came; their requests may or may not have been accepted. */
  others: Record<string, number>;
  /** The receipts of the accepted requests. */
  receipts: string[];
  /** CPU time that the generator used. */
  cpuSeconds: number;
}

/** From the generator's process. */
export type LoadMessage = { is: 'ready' } | { is: 'result'; result: LoadResult };
