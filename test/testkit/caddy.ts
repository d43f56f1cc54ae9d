import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { proxyProgram, type ReverseProxy, startProxy } from './proxyProcess.js';

/** The program's path, and undefined where Caddy is not installed. */
export const caddyProgram = proxyProgram('caddy');

/**
 * Starts Caddy in front of a server, with a certificate that it need not fetch.
 * @param backend port of the server
 * @param configuration in the form of docs/operations.md
 * @param protocols what it speaks with browsers
 */
export const startCaddy = (
  backend: number,
  configuration: string,
  protocols = 'h1 h2',
): Promise<ReverseProxy> =>
  startProxy(async ({ folder, port, key, certificate }) => {
    const site = configuration
      .replace('127.0.0.1:4000', `127.0.0.1:${backend}`)
      .replace(
        'mirai.example {',
        `https://localhost:${port} {\n  bind 127.0.0.1\n  tls ${certificate} ${key}`,
      );
    const file = join(folder, 'Caddyfile');
    await writeFile(
      file,
      `{\n  admin off\n  auto_https disable_redirects\n  servers {\n    protocols ${protocols}\n  }\n}\n${site}`,
    );
    return [caddyProgram ?? 'caddy', 'run', '--adapter', 'caddyfile', '--config', file];
  });
