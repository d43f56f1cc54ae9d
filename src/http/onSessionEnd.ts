import type { Viewer } from '../auth/tokens.js';
import type { HttpDependencies } from './dependencies.js';

/** The longest delay of setTimeout, which fires immediately for longer ones. */
const MAX_DELAY_MS = 2 ** 31 - 1;

/**
 * Calls `end` when the viewer's token expires, and when any process revokes the session. For connections that stay
 * open longer than a request.
 * @returns stops watching
 */
export function onSessionEnd(
  viewer: Viewer,
  { watchSession }: Pick<HttpDependencies, 'watchSession'>,
  end: () => void,
): () => void {
  const left = viewer.expiresAt.getTime() - Date.now();
  const expiry = setTimeout(end, Math.min(Math.max(left, 0), MAX_DELAY_MS));
  const unwatch = watchSession(viewer, end);
  return () => {
    clearTimeout(expiry);
    unwatch();
  };
}
