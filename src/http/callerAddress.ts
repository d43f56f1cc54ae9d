import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';

/**
 * The address a request came from. Behind a proxy it is the last entry of X-Forwarded-For, which the proxy itself
 * appended; earlier entries are what the caller claims and would let everyone choose an address per request.
 * @param trustProxy exactly one proxy stands in front
 */
export function callerAddress(request: IncomingMessage, trustProxy: boolean): string {
  const direct = request.socket.remoteAddress ?? '';
  if (!trustProxy) return direct;
  const last = [request.headers['x-forwarded-for'] ?? []].flat().join(',').split(',').at(-1)?.trim() ?? '';
  return isIP(last) === 0 ? direct : last;
}
