import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from '../../src/config.js';
import { demoSignInMode } from '../../src/http/demoAccess.js';
import { send } from './send.js';
import { startDemoServer, startTestServer, type TestServer } from './testServer.js';

const minted: string[] = [];
const demoIssuer = {
  clientId: 'the-client',
  mint: async ({ name }: { name: string }): Promise<string> => `token-${minted.push(name)}`,
};
let testServer: TestServer;
beforeAll(async () => {
  testServer = await startDemoServer(demoIssuer);
});
afterAll(() => testServer[Symbol.asyncDispose]());

const asked = (url: string): URLSearchParams =>
  new URLSearchParams({
    client_id: 'the-client',
    redirect_uri: `${url}/auth/callback`,
    response_type: 'id_token',
    scope: 'openid',
    nonce: 'a nonce',
    name: 'Zoe',
  });
const mint = (name: string, headers = {}, { url } = testServer) =>
  send(`${url}/demo/google/id-token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ email: 'zoe@example.org', name }),
  });
/** What each of the demo's addresses answers: the page, what a choice opens, and the button. */
const answersTo = async (headers = {}, at = testServer): Promise<number[]> => {
  const pages = ['authorize', 'account'].map((path) =>
    send(`${at.url}/demo/google/${path}?${asked(at.url).toString()}`, { headers }),
  );
  return (await Promise.all([...pages, mint('Zoe', headers, at)])).map(({ status }) => status);
};

describe('the demo’s sign-in', () => {
  it('is there for callers on this machine, by each of this server’s names', async () => {
    const { port } = new URL(testServer.url);
    for (const host of [`127.0.0.1:${port}`, `LOCALHOST:${port}`, `[::1]:${port}`])
      expect(await answersTo({ host })).toEqual([200, 303, 200]);
  });

  it('is not there by another name, whatever address the name leads to', async () => {
    const { port } = new URL(testServer.url);
    minted.length = 0;
    for (const host of [
      'evil.example',
      `evil.example:${port}`,
      '127.0.0.1',
      `localhost.evil.example:${port}`,
    ])
      expect(await answersTo({ host })).toEqual([404, 404, 404]);
    expect(minted).toEqual([]);
  });

  it.each([
    ['a proxy that adds X-Forwarded-For', { 'x-forwarded-for': '127.0.0.1' }],
    ['a proxy that adds X-Forwarded-Host', { 'x-forwarded-host': 'localhost' }],
    ['a proxy that adds X-Real-IP', { 'x-real-ip': '127.0.0.1' }],
    ['a proxy that adds Forwarded', { forwarded: 'for=127.0.0.1' }],
    ['a proxy that adds Via', { via: '1.1 proxy' }],
    [
      'a proxy that rewrites the Host of a browser’s post',
      { 'sec-fetch-site': 'same-origin', origin: 'https://mirai.example' },
    ],
    [
      'a proxy that rewrites the Host of a browser’s script',
      { 'sec-fetch-site': 'same-origin', referer: 'https://mirai.example/' },
    ],
  ])('is closed for good by the first request through %s', async (_name, headers) => {
    await using proxied = await startDemoServer(demoIssuer);
    minted.length = 0;
    expect((await send(`${proxied.url}/healthz`, { headers })).status).toBe(200);
    expect(await answersTo({}, proxied)).toEqual([404, 404, 404]);
    expect(minted).toEqual([]);
  });

  it('is not there for HTTP/1.0, which a stock proxy speaks', async () => {
    const { port } = new URL(testServer.url);
    const socket = connect(Number(port), '127.0.0.1');
    socket.end(`GET /demo/google/authorize HTTP/1.0\r\nHost: 127.0.0.1:${port}\r\n\r\n`);
    expect(await text(socket)).toMatch(/^HTTP\/1\.1 404/);
  });

  it('stays open when a page of another site calls this machine', async () => {
    await using open = await startDemoServer(demoIssuer);
    const headers = { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' };
    await send(`${open.url}/healthz`, { headers });
    expect(await answersTo({}, open)).toEqual([200, 303, 200]);
  });

  it.each([
    ['a HOST that other machines reach', { HOST: '0.0.0.0' }],
    ['a trusted proxy', { TRUST_PROXY: 'true' }],
    ['DEMO_SIGN_IN=off', { DEMO_SIGN_IN: 'off' }],
  ])('is off with %s', async (_name, env) => {
    expect(demoSignInMode(readConfig(env))).toBe('off');
  });

  it('is open to everyone with DEMO_SIGN_IN=open', async () => {
    await using open = await startDemoServer(demoIssuer, { DEMO_SIGN_IN: 'open', TRUST_PROXY: 'true' });
    const headers = { host: 'mirai.example', 'x-forwarded-for': '203.0.113.9' };
    expect((await mint('Zoe', headers, open)).status).toBe(200);
  });

  it('is not there outside of the demo', async () => {
    await using noDemo = await startTestServer();
    expect(await answersTo({}, noDemo)).toEqual([404, 404, 404]);
  });

  it('mints nothing for a name that no database keeps', async () => {
    minted.length = 0;
    expect((await mint('Zo\0e')).status).toBe(400);
    expect(minted).toEqual([]);
  });
});
