import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { join, resolve } from 'node:path';
import { findProgram } from '../../scripts/provision/findProgram.mjs';
import { freePort } from './freePort.js';
import { temporaryFolder } from './temporaryFolder.js';
import { until } from './until.js';

/** The program's path, and undefined where nginx is not installed. Debian has it in /usr/sbin. */
export const nginxProgram = findProgram('nginx', { path: `${process.env['PATH'] ?? ''}:/usr/sbin` });

const isListening = (port: number): Promise<boolean> =>
  new Promise((settle) => {
    const socket = connect(port, '127.0.0.1');
    socket.on('connect', () => {
      socket.destroy();
      settle(true);
    });
    socket.on('error', () => settle(false));
  });

/** The configuration that docs/operations.md recommends. */
export function documentedConfiguration(): string {
  const page = readFileSync(resolve(import.meta.dirname, '../../docs/operations.md'), 'utf8');
  const block = /```nginx\n([\s\S]*?)```/.exec(page)?.[1];
  if (block === undefined) throw new Error('docs/operations.md has no configuration of nginx.');
  return block;
}

/** A real nginx on 127.0.0.1 with a certificate of its own. */
export interface Nginx extends AsyncDisposable {
  url: string;
}

/**
 * Starts nginx in front of a server.
 * @param backend port of the server
 * @param configuration in the form of docs/operations.md
 */
export async function startNginx(backend: number, configuration: string): Promise<Nginx> {
  await using opened = new AsyncDisposableStack();
  const folder = opened.use(await temporaryFolder()).path;
  const port = await freePort();
  const [key, certificate] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  const subject = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost'];
  execFileSync(
    'openssl',
    ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-keyout', key, '-out', certificate, ...subject],
    { stdio: 'ignore' },
  );
  const server = configuration
    .replaceAll('127.0.0.1:4000', `127.0.0.1:${backend}`)
    .replaceAll('listen 443', `listen 127.0.0.1:${port}`)
    .replace(/^\s*listen (?:80|\[).*$/gm, '')
    .replace(/(ssl_certificate_key) [^;]+/, `$1 ${key}`)
    .replace(/(ssl_certificate) [^;]+/, `$1 ${certificate}`)
    .replace(/(server_name) [^;]+/, '$1 localhost');
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
  const log = join(folder, 'error.log');
  const child = spawn(nginxProgram ?? 'nginx', ['-p', folder, '-e', log, '-c', file], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let output = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (output += text));
  opened.defer(async () => {
    if (child.exitCode !== null) return;
    child.kill('SIGTERM');
    await once(child, 'exit');
  });
  await until('nginx to listen', () => {
    if (child.exitCode !== null) throw new Error(`nginx ended:\n${output}`);
    return isListening(port);
  });
  const closing = opened.move();
  return {
    url: `https://localhost:${port}`,
    [Symbol.asyncDispose]: () => closing.disposeAsync(),
  };
}
