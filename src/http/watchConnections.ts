import type { Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';

const LOOK_EVERY_MS = 50;

/**
 * Follows the open HTTP connections of a server, WebSockets not included.
 * @returns waits until none is open, for limited time
 */
export function watchConnections(server: Server): (withinMs: number) => Promise<void> {
  const open = new Set<Duplex>();
  server.on('connection', (socket) => {
    open.add(socket);
    socket.once('close', () => open.delete(socket));
  });
  server.on('upgrade', (_request, socket: Duplex) => open.delete(socket));
  return async (withinMs) => {
    const end = performance.now() + withinMs;
    while (open.size > 0 && performance.now() < end) await wait(LOOK_EVERY_MS);
  };
}
