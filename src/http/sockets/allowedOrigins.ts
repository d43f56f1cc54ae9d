import type { Config } from '../../config.js';

/**
 * Origins of web pages that may open a socket: the public origin and, outside production, the names of this
 * machine. A demo with an ORIGIN for phones therefore still works at localhost.
 * @param port port the server listens on
 */
export function allowedOrigins(config: Config, port: number): Set<string> {
  const allowed = new Set<string>();
  if (config.origin !== undefined) allowed.add(new URL(config.origin).origin);
  if (config.production) return allowed;
  const names = [
    'localhost',
    '127.0.0.1',
    '[::1]',
    config.host.includes(':') ? `[${config.host}]` : config.host,
  ];
  for (const name of names) allowed.add(new URL(`http://${name}:${port}`).origin);
  return allowed;
}
