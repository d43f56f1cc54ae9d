import type { Config } from '../../config.js';

/**
 * Web pages that may open a socket here: the public address, and outside of production this machine's own names, so that a demo with
 * an ORIGIN for phones still works at localhost.
 * @param port as listened on
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
