import { WebSocket } from 'ws';

const SEND_TIMEOUT_MS = 60_000;

/**
 * Sends messages one at a time, each after the previous one has left for the network. Subscriptions wait for
 * their send, so a slow client creates back-pressure: a socket buffers one message instead of everything that
 * happens meanwhile. A client that reads nothing for a minute is disconnected.
 *
 * @returns a function that resolves once the message has left or the socket is closed. It does not resolve
 *   while the socket is closing: a source that never waits would be drained at once, before the close event
 *   that ends it can arrive.
 */
export function createBackpressureSender(socket: WebSocket): (message: string) => Promise<void> {
  const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()));
  const write = (message: string): Promise<void> =>
    new Promise((resolve) => {
      if (socket.readyState !== WebSocket.OPEN) return resolve(closed);
      // Terminate instead of close: a close frame would queue up behind the unread data.
      const timeout = setTimeout(() => socket.terminate(), SEND_TIMEOUT_MS);
      // An error means that the socket was closed meanwhile, and its close event ends the subscriptions.
      socket.send(message, () => {
        clearTimeout(timeout);
        resolve();
      });
    });
  let last = Promise.resolve();
  return (message) => {
    last = last.then(() => write(message));
    return last;
  };
}
