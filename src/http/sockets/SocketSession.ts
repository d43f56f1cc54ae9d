import type { WebSocket } from 'ws';
import type { Viewer } from '../../context.js';

/** What is known about one socket. */
export interface SocketSession {
  socket: WebSocket;
  address: string;
  /** One for all that happens on this socket. */
  requestId: string;
  /** Null until connection_init, and for anonymous watchers. */
  viewer: Viewer | null;
  /** Ids of the subscriptions that run. */
  running: Set<string>;
  /** Ids whose subscription is being opened: until it is, the id must not be used again. */
  opening: Set<string>;
}
