import { WebSocket } from 'ws';

const EVERY_MS = 12_000;

/** Pings a socket and cuts it off when no pong comes back: a phone that left the network never says goodbye. */
export function keepAlive(socket: WebSocket): void {
  let isWaiting = false;
  const beat = setInterval(() => {
    if (isWaiting) return socket.terminate();
    // What is not read would hide the ping as well; the sender has its own patience with that.
    if (socket.readyState !== WebSocket.OPEN || socket.bufferedAmount > 0) return;
    isWaiting = true;
    socket.ping();
  }, EVERY_MS);
  socket.on('pong', () => {
    isWaiting = false;
  });
  socket.once('close', () => clearInterval(beat));
}
