import type { WebSocket } from 'ws';
import type { Viewer } from '../../context.js';
import type { HttpDependencies } from '../house.js';
import { closeCodes } from './closing.js';

/** The longest delay of setTimeout, which fires immediately for longer ones. */
const MAX_DELAY_MS = 2 ** 31 - 1;

/** Closes a socket when its token expires or when any process revokes its session. */
export function closeWithSession(socket: WebSocket, viewer: Viewer, dependencies: HttpDependencies): void {
  const end = (): void => socket.close(...closeCodes.forbidden);
  const left = viewer.expiresAt.getTime() - Date.now();
  const expiry = setTimeout(end, Math.min(Math.max(left, 0), MAX_DELAY_MS));
  const unwatch = dependencies.watchSession(viewer, end);
  socket.once('close', () => {
    clearTimeout(expiry);
    unwatch();
  });
}
