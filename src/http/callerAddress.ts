import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';

/**
 * The address that a request came from. Behind a proxy, this is the last entry of X-Forwarded-For, which the
 * proxy itself appended. Earlier entries come from the caller, who could choose a different address for each
 * request.
 * @param trustProxy whether exactly one proxy is in front of this server
 */
export function callerAddress(request: IncomingMessage, trustProxy: boolean): string {
  const direct = request.socket.remoteAddress ?? '';
  if (!trustProxy) return direct;
  const last = [request.headers['x-forwarded-for'] ?? []].flat().join(',').split(',').at(-1)?.trim() ?? '';
  return isIP(last) === 0 ? direct : last;
}
