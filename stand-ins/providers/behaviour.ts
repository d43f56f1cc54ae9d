import type { IncomingMessage, ServerResponse } from 'node:http';

export interface ChatMessage {
  role: string;
  content: string;
}

/** The body of a request, as far as a behaviour looks at it. */
export interface ProviderRequest {
  model: string;
  messages: ChatMessage[];
  stream?: boolean;
  stream_options?: { include_usage?: boolean };
  response_format?: { type: string; json_schema?: { name: string; schema: unknown } } | string;
  max_tokens?: number;
  max_completion_tokens?: number;
}

/** One call that arrived. The names are those of the log that the server shows. */
export interface LoggedCall {
  /** Milliseconds since the epoch. */
  at: number;
  method: string;
  url: string;
  /** After `/v1/`. */
  path: string;
  headers: { authorization?: string };
  body: ProviderRequest;
  /** Set when the call has ended. */
  ms?: number;
  status?: number;
  /** Whether the connection was closed before the answer was complete. */
  cut?: boolean;
}

/** A call that is being answered. */
export interface Exchange {
  request: IncomingMessage;
  response: ServerResponse;
  body: ProviderRequest;
  path: string;
  /** All calls to this behaviour so far, this one included, oldest first. */
  calls: LoggedCall[];
}

export type Handler = (exchange: Exchange) => void | Promise<void>;

/** Answers for each endpoint. `other` answers what has no handler. */
export interface Endpoints {
  chat?: Handler;
  images?: Handler;
  moderations?: Handler;
  models?: Handler;
  other: Handler;
}

/**
 * What the journey has to lead to. TEXT: the model's own text is on the wire. TEMPLATE: the model writes none, but
 * answers. FAILURE: nothing is to be had before an operator acts.
 */
export type Wanted = 'TEXT' | 'TEMPLATE' | 'FAILURE';

/** What one documented provider puts on the wire. */
export interface Behaviour extends Endpoints {
  says: string;
  /** Where it is reported. Null: seen, but no public report was found. */
  source: string | null;
  /** TEXT if left out. */
  wanted?: Wanted;
  /** About how long the journey takes by the behaviour's own pauses. Left out: they take no time. */
  seconds?: number;
}
