import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { Agent, get } from 'node:https';
import { connect } from 'node:net';
import { join, resolve } from 'node:path';
import { freePort } from './freePort.js';
import { systemProgram } from './systemProgram.js';
import { temporaryFolder } from './temporaryFolder.js';
import { until } from './until.js';

/** A real reverse proxy on 127.0.0.1 with a certificate of its own. */
export interface ReverseProxy extends AsyncDisposable {
  url: string;
}

/** Where a proxy is to listen, its folder, and the files of its certificate in that folder. */
export interface ProxyPlace {
  folder: string;
  port: number;
  key: string;
  certificate: string;
}

/** The configuration that docs/operations.md recommends, in its block of this language. */
export function documentedConfiguration(language: 'nginx' | 'haproxy' | 'caddy'): string {
  const page = readFileSync(resolve(import.meta.dirname, '../../docs/operations.md'), 'utf8');
  const block = new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``).exec(page)?.[1];
  if (block === undefined) throw new Error(`docs/operations.md has no configuration of ${language}.`);
  return block;
}

/** The path of a proxy's program, and undefined where it is not installed. */
export function proxyProgram(name: string): string | undefined {
  const program = systemProgram(name);
  if (program === undefined)
    console.warn(`${name} is not installed (Debian: apt-get install ${name}), so its tests are skipped.`);
  return program;
}

const isListening = (port: number): Promise<boolean> =>
  new Promise((settle) => {
    const socket = connect(port, '127.0.0.1');
    socket.on('connect', () => {
      socket.destroy();
      settle(true);
    });
    socket.on('error', () => settle(false));
  });

/** Whether requests reach the server behind a proxy, whose certificate is its own. */
export function passesOn(url: string): Promise<boolean> {
  const agent = new Agent({ rejectUnauthorized: false });
  return new Promise<boolean>((settle) => {
    get(`${url}/healthz`, { agent }, (response) => settle(response.resume().statusCode === 200)).on(
      'error',
      () => settle(false),
    );
  }).finally(() => agent.destroy());
}

/**
 * Starts a proxy and waits until it listens.
 * @param prepare writes its configuration. @returns its program and arguments
 */
export async function startProxy(
  prepare: (place: ProxyPlace) => Promise<[program: string, ...args: string[]]>,
): Promise<ReverseProxy> {
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
  const [program, ...args] = await prepare({ folder, port, key, certificate });
  const child = spawn(program, args, {
    // Caddy keeps its state in the home folder.
    env: { PATH: process.env['PATH'], HOME: folder },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let output = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (output += text));
  opened.defer(async () => {
    if (child.exitCode !== null) return;
    child.kill('SIGTERM');
    await once(child, 'exit');
  });
  await until(`${program} to listen`, () => {
    if (child.exitCode !== null) throw new Error(`${program} ended:\n${output}`);
    return isListening(port);
  });
  const closing = opened.move();
  return { url: `https://localhost:${port}`, [Symbol.asyncDispose]: () => closing.disposeAsync() };
}
