import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { proxyProgram, type ReverseProxy, startProxy } from './proxyProcess.js';

/** The program's path, and undefined where nginx is not installed. */
export const nginxProgram = proxyProgram('nginx');

/** The configuration of an edge that caches. */
export const edgeConfiguration = (): string =>
  readFileSync(resolve(import.meta.dirname, '../../deploy/nginx/re-mirai.conf'), 'utf8');

/**
 * Starts nginx in front of a server.
 * @param backend port of the server
 * @param configuration in the form of docs/operations.md
 */
export const startNginx = (backend: number, configuration: string): Promise<ReverseProxy> =>
  startProxy(async ({ folder, port, key, certificate }) => {
    const server = configuration
      .replaceAll('127.0.0.1:4000', `127.0.0.1:${backend}`)
      .replaceAll('listen 443', `listen 127.0.0.1:${port}`)
      .replace(/^\s*listen (?:80|\[).*$/gm, '')
      .replace(/(ssl_certificate_key) [^;]+/, `$1 ${key}`)
      .replace(/(ssl_certificate) [^;]+/, `$1 ${certificate}`)
      .replace(/(server_name) [^;]+/, '$1 localhost')
      .replace(/(proxy_cache_path) \S+/, `$1 ${join(folder, 'cache')}`);
    const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
      (name) => `${name}_temp_path ${join(folder, name)};`,
    );
    const file = join(folder, 'nginx.conf');
    const root = process.getuid?.() === 0 ? 'user root;' : '';
    await writeFile(
      file,
      `${root} daemon off; pid ${join(folder, 'pid')}; worker_processes 1; events {}
       http { access_log off; ${temporary.join(' ')}\n${server} }`,
    );
    return [nginxProgram ?? 'nginx', '-p', folder, '-e', join(folder, 'error.log'), '-c', file];
  });
