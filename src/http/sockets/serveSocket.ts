import type { Server } from 'graphql-ws';
import type { Logger } from 'pino';
import { WebSocket } from 'ws';
import { AppError } from '../../errors.js';
import { isDatabaseAway } from '../isDatabaseAway.js';
import { loggableError } from '../../loggableError.js';
import { closing } from './closing.js';
import { keepAlive } from './keepAlive.js';
import { messageBudget } from './messageBudget.js';
import { pacedSender } from './pacedSender.js';
import type { SocketSession } from './SocketSession.js';

const isAway = (error: unknown): boolean =>
  isDatabaseAway(error) || (error instanceof AppError && error.code === 'SERVICE_UNAVAILABLE');

/**
 * Connects a socket to graphql-ws. Its own adapter for `ws` is not used because it writes errors to the console and knows
 * neither a pace for sending nor a budget for receiving.
 */
export function serveSocket(graphql: Server<SocketSession>, session: SocketSession, log: Logger): void {
  const { socket, requestId } = session;
  const send = pacedSender(socket);
  const mayReceive = messageBudget();
  const fail = (error: unknown): void => {
    log.error({ requestId, error: loggableError(error) }, 'a socket failed');
    const [code, reason] = isAway(error) ? closing.tryAgainLater : closing.internalError;
    socket.close(code, reason);
  };
  /** Whether to look at what arrived. Frames still arrive after the close frame was sent. */
  const admits = (): boolean => {
    if (socket.readyState !== WebSocket.OPEN) return false;
    if (mayReceive()) return true;
    socket.close(...closing.tooManyMessages);
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
      // Without its payload: 64 KiB in would be 64 KiB out.
      onPing: () => send('{"type":"pong"}'),
    },
    session,
  );
  socket.on('ping', () => {
    if (admits() && socket.bufferedAmount === 0) socket.pong();
  });
  keepAlive(socket);
  // Too large or malformed frames: ws closes with the code that fits (1009, 1002, 1007).
  socket.on('error', (error) => log.info({ requestId, error: loggableError(error) }, 'a socket broke off'));
  socket.once('close', (code, reason) => {
    Promise.resolve(closed(code, String(reason))).catch(fail);
  });
}
