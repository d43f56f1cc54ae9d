import { mkdir, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { builtApp, type BuiltApp, builtFiles } from './builtApp.js';
import { post, send } from './send.js';
import { startTestServer, type TestServer } from './testServer.js';

const page = builtFiles['index.html'];
const script = builtFiles['assets/app-B4x_z-1.js'];

let app: BuiltApp;
let testServer: TestServer;
beforeAll(async () => {
  app = await builtApp();
  ({ testServer } = app);
});
afterAll(() => app[Symbol.asyncDispose]());

/** The bytes of an answer, as no client mends them. */
async function bytesOf(path: string, encoding: string): Promise<{ headers: Headers; bytes: Buffer }> {
  const { promise, resolve, reject } = Promise.withResolvers<Buffer>();
  const { port, hostname } = new URL(testServer.url);
  const socket = connect(Number(port), hostname);
  const chunks: Buffer[] = [];
  socket.on('data', (chunk) => chunks.push(chunk));
  socket.on('error', reject);
  socket.on('end', () => resolve(Buffer.concat(chunks)));
  socket.write(
    `GET ${path} HTTP/1.1\r\nhost: x\r\naccept-encoding: ${encoding}\r\nconnection: close\r\n\r\n`,
  );
  const answer = await promise;
  const end = answer.indexOf('\r\n\r\n');
  const [, ...lines] = answer.subarray(0, end).toString().split('\r\n');
  const headers = new Headers(lines.map((line) => line.split(/:\s*(.*)/s).slice(0, 2) as [string, string]));
  return { headers, bytes: answer.subarray(end + 4) };
}

describe('a file of the app', () => {
  it('with a hash in its name is kept for ever', async () => {
    const { status, headers, text } = await send(`${testServer.url}/assets/app-B4x_z-1.js`);
    expect([status, text]).toEqual([200, script]);
    expect(headers).toMatchObject({
      'cache-control': 'public, max-age=31536000, immutable',
      'content-type': 'application/javascript; charset=utf-8',
    });
  });

  it.each([
    ['/before-app.js', 'application/javascript; charset=utf-8'],
    ['/manifest.webmanifest', 'application/manifest+json'],
  ])('without one, such as %s, is asked about each time', async (path, type) => {
    const { status, headers } = await send(testServer.url + path);
    expect([status, headers['cache-control'], headers['content-type']]).toEqual([200, 'no-cache', type]);
  });

  it.each([
    ['br', 'br', brotliDecompressSync],
    ['gzip, deflate, br', 'br', brotliDecompressSync],
    ['gzip', 'gzip', gunzipSync],
  ])('comes compressed beforehand to whoever takes %s', async (accepted, encoding, expand) => {
    const { headers, bytes } = await bytesOf('/assets/app-B4x_z-1.js', accepted);
    expect(headers.get('content-encoding')).toBe(encoding);
    expect(headers.get('vary')).toMatch(/accept-encoding/i);
    expect(headers.get('content-type')).toBe('application/javascript; charset=utf-8');
    expect(bytes.length).toBeLessThan(script.length);
    expect(expand(bytes).toString()).toBe(script);
  });

  it.each([
    '/../outside.txt',
    '/assets/../../outside.txt',
    '/assets/%2e%2e/%2e%2e/outside.txt',
    '/assets/..%2f..%2foutside.txt',
    '/assets/..%5c..%5coutside.txt',
    '/%2e%2e%2foutside.txt',
    '//outside.txt',
    '/.env',
    '/.env.gz',
    '/.hidden/note.txt',
    '/assets/%2e%2e/.env',
    '/before-app.js%00',
    '/before-app.js/',
    '/assets',
    '/assets/app-B4x_z-1.js.br',
    `/${'a'.repeat(5_000)}.js`,
    '/%zz',
  ])('is not %s', async (path) => {
    const { headers, bytes } = await bytesOf(path, 'identity');
    expect(headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(bytes.toString()).not.toContain('canary');
    expect(bytes.toString()).toMatch(/NOT_FOUND|BAD_REQUEST/);
  });

  it('of the app, and its page, come also while the server is too busy for everything else', async () => {
    await using busy = await builtApp({ databaseWaitMs: () => Infinity });
    expect((await post(busy.testServer.url, '{ hello }')).status).toBe(503);
    const served = ['/home', '/assets/app-B4x_z-1.js'].map((path) => send(busy.testServer.url + path));
    expect((await Promise.all(served)).map(({ status, text }) => [status, text])).toEqual([
      [200, page],
      [200, script],
    ]);
  });

  it('built while the server runs is there at once', async () => {
    const late = join(app.around, 'late');
    await using early = await startTestServer({}, { webFolder: late });
    expect((await send(early.url)).status).toBe(503);
    await mkdir(late);
    await writeFile(join(late, 'index.html'), page);
    expect(await send(`${early.url}/home`)).toMatchObject({ status: 200, text: page });
  });
});
