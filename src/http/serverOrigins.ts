import type { IncomingMessage } from 'node:http';
import { hostname, networkInterfaces } from 'node:os';
import type { Logger } from 'pino';
import type { Config } from '../config.js';

/** Anyone can send any Origin, so only the first refused ones are logged. */
const MAX_LOGGED = 20;

/** The origins of this server: which pages may open subscriptions, and what links start with. */
export interface ServerOrigins {
  /** All under which browsers can reach this server. */
  all: ReadonlySet<string>;
  /**
   * Whether a page may open subscriptions. Logs each refused origin once.
   * @param origin the Origin header. Programs send none and always may
   */
  allows(origin: string | undefined): boolean;
  /** The origin that links start with: ORIGIN or, without it, the one under which the request reached this server. */
  ofLinks(request: Pick<IncomingMessage, 'headers'>): string;
}

const isWildcard = (host: string): boolean => host === '0.0.0.0' || host === '::';

/** The names under which this machine can be reached, as they are written in a URL. */
function ownNames(host: string): string[] {
  const names = ['localhost', '127.0.0.1', '::1', host];
  if (isWildcard(host)) {
    const addresses = Object.values(networkInterfaces()).flatMap((all) => all ?? []);
    names.push(hostname(), `${hostname()}.local`, ...addresses.map(({ address }) => address));
  }
  return names.map((name) => (name.includes(':') ? `[${name}]` : name));
}

/**
 * The origins of a server: the configured ones and, outside production, the names of this machine. A demo with an
 * ORIGIN for phones therefore still works at localhost.
 * @param port port the server listens on
 */
export function createServerOrigins(config: Config, port: number, log: Logger): ServerOrigins {
  const all = new Set(config.allowedOrigins);
  if (config.origin !== undefined) all.add(config.origin);
  if (!config.production)
    for (const name of ownNames(config.host)) {
      const origin = URL.parse(`http://${name}:${port}`)?.origin;
      if (origin !== undefined) all.add(origin);
    }
  const logged = new Set<string>();
  return {
    all,
    allows(origin) {
      if (origin === undefined || all.has(origin)) return true;
      if (logged.size < MAX_LOGGED && !logged.has(origin)) {
        logged.add(origin);
        log.warn(
          { origin: origin.slice(0, 200) },
          'a page of a foreign origin was refused live updates: if it is yours, add it to ALLOWED_ORIGINS',
        );
      }
      return false;
    },
    ofLinks({ headers }) {
      if (config.origin !== undefined) return config.origin;
      const { host = '' } = headers;
      if (all.has(`http://${host}`)) return `http://${host}`;
      const used = URL.parse(`http://${host}`)?.origin ?? '';
      return all.has(used) ? used : `http://localhost:${port}`;
    },
  };
}
