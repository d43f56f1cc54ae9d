import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { builtApp, type BuiltApp, builtFiles } from './builtApp.js';
import { send } from './send.js';
import { startTestServer, type TestServer } from './testServer.js';

const page = builtFiles['index.html'];
const html = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };
const secret = 'SecretSlug-0123456789';

let app: BuiltApp;
let testServer: TestServer;
beforeAll(async () => {
  app = await builtApp();
  ({ testServer } = app);
});
afterAll(() => app[Symbol.asyncDispose]());

const addresses = [
  ...[
    '/',
    '/auth/callback',
    '/welcome',
    '/home',
    '/practice',
    '/compare',
    '/settings',
    '/privacy',
    '/receipt',
  ],
  ...['/surveys/1', '/personas/1/chat', `/s/${secret}`, `/s/${secret}/thanks`, `/c/${secret}`],
];

const sharedPages = ['/', `/s/${secret}`, `/c/${secret}`];

describe('the app’s page', () => {
  it.each(addresses)('is at %s, asked about each time, under a policy without inline code', async (path) => {
    const answer = await send(testServer.url + path);
    expect(answer.status).toBe(200);
    // Pages that are shared have a head of their own; see publicPages.test.ts.
    if (!sharedPages.includes(path)) expect(answer.text).toBe(page);
    expect(answer.headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-cache',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    });
    const policy = String(answer.headers['content-security-policy']);
    expect(policy).toContain("default-src 'self'; img-src 'self' data: blob:; connect-src 'self'");
    expect(policy).toContain("script-src 'self'; style-src 'self';");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('unsafe');
    expect(answer.headers['permissions-policy']).toContain('clipboard-write=(self), camera=()');
    expect(answer.headers['x-robots-tag']).toBe(path === '/' || path === '/privacy' ? undefined : 'noindex');
  });

  it('may open sockets to the host it came from, and to no host that a caller names', async () => {
    const { port } = new URL(testServer.url);
    const policyFor = async (host: string) =>
      String((await send(testServer.url, { headers: { host } })).headers['content-security-policy']);
    expect(await policyFor(`localhost:${port}`)).toContain(`connect-src 'self' ws://localhost:${port};`);
    expect(await policyFor('evil.example')).toContain("connect-src 'self';");
    await using public_ = await startTestServer({ ORIGIN: 'https://mirai.example' });
    const { headers } = await send(public_.url, { headers: { host: 'mirai.example' } });
    expect(headers['content-security-policy']).toContain("connect-src 'self' wss://mirai.example;");
  });

  it.each([
    ['ko-KR,ko;q=0.9,en;q=0.8', 'ko', 'korean'],
    ['fr-FR, ja;q=0.5', 'ja', 'japanese'],
    ['de', 'en', 'latin'],
  ])('tells whoever reads %s what it will ask for, by its address', async (accepted, locale, fonts) => {
    const { headers } = await send(`${testServer.url}/c/${secret}`, {
      headers: { 'accept-language': accepted },
    });
    expect(headers.link).toBe(
      [
        `</assets/${fonts}-1.css>; rel=preload; as=style; crossorigin`,
        '</assets/canary-1.js>; rel=modulepreload; crossorigin',
        '</assets/first-1.css>; rel=preload; as=style; crossorigin',
        `</assets/${locale}-1.js>; rel=modulepreload; crossorigin`,
      ].join(', '),
    );
    expect(headers.vary).toMatch(/accept-language/i);
    expect((await send(`${testServer.url}/home`)).headers.link).toBeUndefined();
  });

  it('is not sent again to a client that has it', async () => {
    const { headers } = await send(testServer.url);
    const again = await send(testServer.url, { headers: { 'if-none-match': String(headers.etag) } });
    expect([again.status, again.text]).toEqual([304, '']);
  });

  it('answers HEAD with the headers of GET and nothing else', async () => {
    const got = await send(`${testServer.url}/home`);
    const head = await send(`${testServer.url}/home`, { method: 'HEAD' });
    expect([head.status, head.text]).toEqual([200, '']);
    for (const name of ['etag', 'content-type', 'content-length', 'content-security-policy'])
      expect(head.headers[name]).toBe(got.headers[name]);
  });

  it('leaves no link in the log, nor in the figures', async () => {
    await send(`${testServer.url}/s/${secret}?x=${secret}`);
    await send(`${testServer.url}/unknown-${secret}`, { headers: html });
    expect(testServer.logged()).toContain('/s/:slug');
    expect(testServer.logged()).not.toContain(secret);
    expect((await send(`${testServer.url}/metrics`)).text).not.toContain(secret);
  });
});

describe('an address that there is not', () => {
  it('is the app’s page for a browser, as a 404 that is never kept', async () => {
    const first = await send(`${testServer.url}/no/such/page`, { headers: html });
    expect([first.status, first.text]).toEqual([404, page]);
    expect(first.headers['cache-control']).toBe('no-store');
    expect(first.headers['x-robots-tag']).toBe('noindex');
    expect(first.headers['content-security-policy']).toContain("script-src 'self'");
    const { headers } = await send(testServer.url);
    const known = { ...html, 'if-none-match': String(headers.etag) };
    expect((await send(`${testServer.url}/no/such/page`, { headers: known })).status).toBe(404);
  });

  it.each([
    ['/no/such/page', 'GET', {}],
    ['/no/such/page', 'POST', html],
    ['/s/slug', 'POST', html],
    ['/assets/none.js', 'GET', html],
    ['/assets/', 'GET', html],
  ])('%s by %s is NOT_FOUND in JSON for everybody else', async (path, method, headers) => {
    const answer = await send(testServer.url + path, { method, headers });
    expect(answer.status).toBe(404);
    expect(JSON.parse(answer.text)).toEqual({
      errors: [{ message: 'Not found.', extensions: { code: 'NOT_FOUND' } }],
    });
  });
});

describe('an app that is not built', () => {
  it('says how to build it, and the API answers all the same', async () => {
    await using unbuilt = await startTestServer();
    const answer = await send(`${unbuilt.url}/home`);
    expect(answer.status).toBe(503);
    expect(answer.headers['cache-control']).toBe('no-store');
    expect(answer.text).toContain('npm run build:web');
    for (const path of ['/graphql', '/healthz', '/readyz']) expect(answer.text).toContain(`href="${path}"`);
    expect((await send(`${unbuilt.url}/healthz`)).status).toBe(200);
    expect((await send(`${unbuilt.url}/nothing`, { headers: html })).status).toBe(404);
  });
});
