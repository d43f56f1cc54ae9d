import { unauthenticated } from '../errors.js';
import type { AccessTokens, Viewer } from './tokens.js';

const BEARER = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i;

/**
 * Authenticates a request by its header. Looks the session up each time, so that a sign-out takes effect at
 * once and not when the token expires.
 * @param isActive looks the session up; see sessionLookup
 * @param authorization `Bearer <accessToken>`; absent or empty for an anonymous caller
 * @returns null for an anonymous caller
 * @throws AppError UNAUTHENTICATED unless the token is valid and its session is active
 */
export async function authenticate(
  isActive: (viewer: Viewer) => Promise<boolean>,
  tokens: AccessTokens,
  authorization: string | undefined,
): Promise<Viewer | null> {
  if (authorization === undefined || authorization === '') return null;
  const token = BEARER.exec(authorization)?.[1];
  if (token === undefined || token.length > 4_096) throw unauthenticated();
  const viewer = await tokens.verify(token);
  if (!(await isActive(viewer))) throw unauthenticated();
  return viewer;
}
