import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoSignInRoutes } from '../../stand-ins/google/signIn/routes.js';
import { send } from './send.js';
import { startTestServer, type TestServer } from './testServer.js';

const minted: string[] = [];
const demoIssuer = {
  clientId: 'the-client',
  mint: async ({ name }: { name: string }): Promise<string> => `token-${minted.push(name)}`,
};
let testServer: TestServer;
beforeAll(async () => {
  testServer = await startTestServer({}, { localRoutes: demoSignInRoutes(demoIssuer) });
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
    ['x-forwarded-for', '127.0.0.1'],
    ['x-forwarded-host', 'localhost'],
    ['x-real-ip', '127.0.0.1'],
    ['forwarded', 'for=127.0.0.1'],
    ['via', '1.1 proxy'],
  ])('is not there for callers behind a proxy that adds %s', async (header, value) => {
    minted.length = 0;
    expect(await answersTo({ [header]: value })).toEqual([404, 404, 404]);
    expect(minted).toEqual([]);
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
