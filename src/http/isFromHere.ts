import type { FastifyRequest } from 'fastify';
import { isLoopback } from '../limits/isLoopback.js';

/** What proxies add to a request, each some of it. */
const ofProxies = ['forwarded', 'via', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip'];

/**
 * Whether a request began on this machine, judged by the socket. One that went through a proxy comes from elsewhere, however near
 * the proxy is; and so does one that asks by a name which is none of this server's, as a foreign page can have its own name lead here.
 * @param origins under which browsers may know this server
 */
export function isFromHere({ raw }: FastifyRequest, origins: ReadonlySet<string>): boolean {
  const host = (raw.headers.host ?? '').toLowerCase();
  return (
    isLoopback(raw.socket.remoteAddress ?? '') &&
    ofProxies.every((header) => raw.headers[header] === undefined) &&
    ['http', 'https'].some((scheme) => origins.has(`${scheme}://${host}`))
  );
}
