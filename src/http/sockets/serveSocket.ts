import type { Server } from 'graphql-ws';
import type { Logger } from 'pino';
import { WebSocket } from 'ws';
import { AppError } from '../../errors.js';
import { isDatabaseUnavailable } from '../../sqlErrors.js';
import { closeCodes } from './closeCodes.js';
import type { SocketSession } from './SocketSession.js';

const isTemporary = (error: unknown): boolean =>
  isDatabaseUnavailable(error) || (error instanceof AppError && error.code === 'SERVICE_UNAVAILABLE');

/**
 * Connects a socket to graphql-ws. The adapter for `ws` that comes with it is not used, because it writes
 * errors to the console and limits neither sending nor receiving.
 */
export function serveSocket(graphql: Server<SocketSession>, session: SocketSession, log: Logger): void {
  const { socket, requestId, send } = session;
  const mayReceive = createMessageRateLimit();
  const fail = (error: unknown): void => {
    log.error({ requestId, error }, 'websocket failed');
    const [code, reason] = isTemporary(error) ? closeCodes.tryAgainLater : closeCodes.internalError;
    socket.close(code, reason);
  };
  /** Whether to process an incoming frame. Frames still arrive after the close frame was sent. */
  const admits = (): boolean => {
    if (socket.readyState !== WebSocket.OPEN) return false;
    if (mayReceive()) return true;
    socket.close(...closeCodes.tooManyMessages);
    return false;
  };
  const closed = graphql.opened(
    {
      protocol: socket.protocol,
      send,
      close: (code, reason) => socket.close(code, reason),
      onMessage: (receive) =>
        void socket.on('message', (data: Buffer) => {
          if (admits()) receive(String(data)).catch(fail);
        }),
      // The payload is not echoed: 64 KiB in would be 64 KiB out.
      onPing: () => send('{"type":"pong"}'),
    },
    session,
  );
  socket.on('ping', () => {
    if (admits() && socket.bufferedAmount === 0) socket.pong();
  });
  keepAlive(socket);
  // For frames that are too large or malformed, ws itself closes with 1009, 1002 or 1007.
  socket.on('error', (error) => log.info({ requestId, error }, 'websocket error'));
  socket.once('close', (code, reason) => {
    Promise.resolve(closed(code, String(reason))).catch(fail);
  });
}

const INTERVAL_MS = 12_000;

/** Pings a socket and terminates it without a pong: a phone that leaves the network sends no close frame. */
export function keepAlive(socket: WebSocket): void {
  let awaitsPong = false;
  const heartbeat = setInterval(() => {
    if (awaitsPong) return socket.terminate();
    // A client that does not read would not see the ping either. backpressureSender has a timeout for that.
    if (socket.readyState !== WebSocket.OPEN || socket.bufferedAmount > 0) return;
    awaitsPong = true;
    socket.ping();
  }, INTERVAL_MS);
  socket.on('pong', () => {
    awaitsPong = false;
  });
  socket.once('close', () => clearInterval(heartbeat));
}

const PER_SECOND = 20;
const BURST = 40;

/**
 * Token bucket for the messages of one socket: 20 per second, bursts of 40.
 * @param now monotonic clock in milliseconds
 * @returns takes one message from the budget, or returns false if it is used up
 */
export function createMessageRateLimit(now: () => number = () => performance.now()): () => boolean {
  let tokens = BURST;
  let refilledAt = now();
  return () => {
    const time = now();
    tokens = Math.min(BURST, tokens + ((time - refilledAt) / 1_000) * PER_SECOND);
    refilledAt = time;
    if (tokens < 1) return false;
    tokens -= 1;
    return true;
  };
}
