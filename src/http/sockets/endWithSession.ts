import type { WebSocket } from 'ws';
import type { Viewer } from '../../context.js';
import type { HttpHouse } from '../house.js';
import { closing } from './closing.js';

/** setTimeout takes no more, and would fire at once. */
const LONGEST_MS = 2 ** 31 - 1;

/** Closes a socket when its token expires and when its session is revoked, by whatever process. */
export function endWithSession(socket: WebSocket, viewer: Viewer, house: HttpHouse): void {
  const end = (): void => socket.close(...closing.forbidden);
  const left = viewer.expiresAt.getTime() - Date.now();
  const expiry = setTimeout(end, Math.min(Math.max(left, 0), LONGEST_MS));
  const unwatch = house.watchSession(viewer, end);
  socket.once('close', () => {
    clearTimeout(expiry);
    unwatch();
  });
}
