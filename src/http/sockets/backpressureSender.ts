import type { Duplex } from 'node:stream';
import { WebSocket } from 'ws';

const SEND_TIMEOUT_MS = 60_000;

/**
 * Sends what has come up since the last time in one write, each time after the previous write has left for the
 * network. Subscriptions wait for their send, so a slow client creates back-pressure: a socket buffers one message
 * of each of its subscriptions instead of everything that happens meanwhile. A client that reads nothing for a
 * minute is disconnected.
 *
 * @param wire the stream below the socket
 * @returns a function that resolves once the message has left or the socket is closed. It does not resolve
 *   while the socket is closing: a source that never waits would be drained at once, before the close event
 *   that ends it can arrive.
 */
export function createBackpressureSender(
  socket: WebSocket,
  wire: Pick<Duplex, 'cork' | 'uncork'>,
): (message: string) => Promise<void> {
  const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()));
  let waiting: string[] = [];
  /** Settles when the messages that wait have left. */
  let turn: Promise<void> | undefined;

  const write = (messages: readonly string[]): Promise<void> =>
    new Promise((resolve) => {
      if (socket.readyState !== WebSocket.OPEN) return resolve(closed);
      // Terminate instead of close: a close frame would queue up behind the unread data.
      const timeout = setTimeout(() => socket.terminate(), SEND_TIMEOUT_MS);
      // An error means that the socket was closed meanwhile, and its close event ends the subscriptions.
      const left = (): void => {
        clearTimeout(timeout);
        resolve();
      };
      wire.cork();
      messages.forEach((message, index) =>
        socket.send(message, index === messages.length - 1 ? left : undefined),
      );
      wire.uncork();
    });

  let last: Promise<void> = Promise.resolve();
  return (message) => {
    waiting.push(message);
    turn ??= last = last.then(() => {
      const messages = waiting;
      waiting = [];
      turn = undefined;
      return write(messages);
    });
    return turn;
  };
}
