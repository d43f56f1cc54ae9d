import type { FastifyRequest } from 'fastify';
import { isLoopback } from '../limits/isLoopback.js';

/** Headers that proxies add. */
const proxyHeaders = ['forwarded', 'via', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip'];

/**
 * Whether a request comes directly from this machine, judged by its socket. A request through a proxy does
 * not, even if the proxy is local. A request with a foreign host name does not either, because a foreign page
 * can point its own name at this machine (DNS rebinding).
 * @param origins origins under which browsers can reach this server
 */
export function isDirectLoopbackRequest({ raw }: FastifyRequest, origins: ReadonlySet<string>): boolean {
  const host = (raw.headers.host ?? '').toLowerCase();
  return (
    isLoopback(raw.socket.remoteAddress ?? '') &&
    proxyHeaders.every((header) => raw.headers[header] === undefined) &&
    ['http', 'https'].some((scheme) => origins.has(`${scheme}://${host}`))
  );
}
