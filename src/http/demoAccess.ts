import type { IncomingMessage } from 'node:http';
import type { Logger } from 'pino';
import type { Config } from '../config.js';
import { isLoopback } from '../limits/addresses.js';

/** Headers that proxies add. */
const proxyHeaders = ['forwarded', 'via', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip'];

const hasProxyHeader = ({ headers }: IncomingMessage): boolean =>
  proxyHeaders.some((header) => headers[header] !== undefined);

/**
 * Whether a page of another machine sent a request as to its own server, while the Host header names this
 * machine. Only a proxy that rewrites the Host does that.
 */
function comesFromForeignPage({ headers }: IncomingMessage): boolean {
  if (headers['sec-fetch-site'] !== 'same-origin') return false;
  const page = URL.parse(headers.origin ?? headers.referer ?? '');
  return page !== null && !isLoopbackName(page.hostname);
}

/** Whether a host name or address means this machine. */
export const isLoopbackName = (host: string): boolean =>
  host === 'localhost' || isLoopback(host.replace(/[[\]]/g, ''));

/** Decides which callers may use the demo's sign-in, and whether this machine is exempt from limits. */
export interface DemoAccess {
  /** Looks at every request for signs of a proxy. The first one closes the demo until the next start. */
  inspect(request: IncomingMessage): void;
  /**
   * Whether a caller may sign in through the demo.
   * @param origins origins under which browsers can reach this server
   */
  allows(request: IncomingMessage, origins: ReadonlySet<string>): boolean;
  /** Whether callers on this machine are exempt from the limits. */
  exemptsLoopback(): boolean;
}

/**
 * Who may use the demo's sign-in. `loopback` needs a server that only this machine can reach: with another HOST,
 * or a proxy in front, the sign-in is off until DEMO_SIGN_IN=open allows it to everyone.
 */
export function demoSignInMode({
  googleClientId,
  demoSignIn,
  host,
  proxies,
}: Pick<Config, 'googleClientId' | 'demoSignIn' | 'host' | 'proxies'>): Config['demoSignIn'] {
  if (googleClientId !== undefined) return 'off';
  return demoSignIn === 'loopback' && (!isLoopbackName(host) || proxies > 0) ? 'off' : demoSignIn;
}

/**
 * Opens the demo's sign-in as DEMO_SIGN_IN says. With `loopback`, requests must come directly from this
 * machine, judged by the socket. A foreign host name is refused, because a foreign page can point its own name
 * at this machine (DNS rebinding), and so is HTTP/1.0, which browsers do not speak and some proxies do. A proxy
 * on this machine that hides itself completely cannot be told from a direct caller: with a proxy, set
 * TRUST_PROXY or DEMO_SIGN_IN=off.
 */
export function createDemoAccess(mode: Config['demoSignIn'], log: Logger): DemoAccess {
  let isBehindProxy = false;
  return {
    inspect(request) {
      if (mode !== 'loopback' || isBehindProxy) return;
      if (!hasProxyHeader(request) && !comesFromForeignPage(request)) return;
      isBehindProxy = true;
      log.warn(
        'a request came through a proxy: the demo sign-in is off until the next start (DEMO_SIGN_IN=open keeps it on, for everyone)',
      );
    },
    allows(request, origins) {
      if (mode !== 'loopback') return mode === 'open';
      const host = (request.headers.host ?? '').toLowerCase();
      return (
        !isBehindProxy &&
        request.httpVersion !== '1.0' &&
        isLoopback(request.socket.remoteAddress ?? '') &&
        ['http', 'https'].some((scheme) => origins.has(`${scheme}://${host}`))
      );
    },
    exemptsLoopback: () => mode === 'loopback' && !isBehindProxy,
  };
}
