import type { WebSocket } from 'ws';
import type { Viewer } from '../../auth/tokens.js';

/** State of one WebSocket. */
export interface SocketSession {
  socket: WebSocket;
  /** Sends a message; see backpressureSender. */
  send: (message: string) => Promise<void>;
  address: string;
  /** What links start with. */
  origin: string;
  /** Shared by everything that happens on this socket. */
  requestId: string;
  /** Null until connection_init, and for anonymous clients. */
  viewer: Viewer | null;
  /** The running subscriptions: the field of each by its id. */
  running: Map<string, string>;
  /** Ids of subscriptions that are being opened. Until that is done, an id must not be reused. */
  opening: Set<string>;
}
