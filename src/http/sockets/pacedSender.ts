import { WebSocket } from 'ws';

const BLOCKED_FOR_MS = 60_000;

/**
 * Sends one message after the other, each when the one before has left for the network. Subscriptions wait for their send, so
 * what a reader does not read stays where it came from: a socket holds one message, not all that happened since.
 * A reader that takes nothing for a minute is cut off.
 *
 * @returns resolves once the message has left, or the socket is closed. Not while it is closing: a source that never waits would
 * then be drained in one go, without a pause in which the close event, which ends it, could arrive.
 */
export function pacedSender(socket: WebSocket): (message: string) => Promise<void> {
  const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()));
  const write = (message: string): Promise<void> =>
    new Promise((resolve) => {
      if (socket.readyState !== WebSocket.OPEN) return resolve(closed);
      // Not closed politely: a close frame would queue up behind what is not being read.
      const blocked = setTimeout(() => socket.terminate(), BLOCKED_FOR_MS);
      // Its argument is an error when the socket went away meanwhile; its close event ends the subscriptions.
      socket.send(message, () => {
        clearTimeout(blocked);
        resolve();
      });
    });
  let last = Promise.resolve();
  return (message) => {
    last = last.then(() => write(message));
    return last;
  };
}
