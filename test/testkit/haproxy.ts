import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { proxyProgram, type ReverseProxy, startProxy } from './proxyProcess.js';

/** The program's path, and undefined where HAProxy is not installed. */
export const haproxyProgram = proxyProgram('haproxy');

/**
 * Starts HAProxy in front of a server.
 * @param backend port of the server
 * @param configuration in the form of docs/operations.md
 */
export const startHaproxy = (backend: number, configuration: string): Promise<ReverseProxy> =>
  startProxy(async ({ folder, port, key, certificate }) => {
    const both = join(folder, 'both.pem');
    await writeFile(both, (await readFile(certificate, 'utf8')) + (await readFile(key, 'utf8')));
    const file = join(folder, 'haproxy.cfg');
    await writeFile(
      file,
      configuration
        .replace('127.0.0.1:4000', `127.0.0.1:${backend}`)
        // Each connection needs a file, and HAProxy reserves them at its start.
        .replace(/maxconn \d+/, 'maxconn 200')
        .replace('bind :443', `bind 127.0.0.1:${port}`)
        .replace(/crt \S+/, `crt ${both}`),
    );
    return [haproxyProgram ?? 'haproxy', '-db', '-f', file];
  });
