import { WebSocket } from 'ws';

const INTERVAL_MS = 12_000;

/** Pings a socket and terminates it without a pong: a phone that leaves the network sends no close frame. */
export function keepAlive(socket: WebSocket): void {
  let awaitsPong = false;
  const heartbeat = setInterval(() => {
    if (awaitsPong) return socket.terminate();
    // A client that does not read would not see the ping either. pacedSender has its own timeout for that.
    if (socket.readyState !== WebSocket.OPEN || socket.bufferedAmount > 0) return;
    awaitsPong = true;
    socket.ping();
  }, INTERVAL_MS);
  socket.on('pong', () => {
    awaitsPong = false;
  });
  socket.once('close', () => clearInterval(heartbeat));
}
