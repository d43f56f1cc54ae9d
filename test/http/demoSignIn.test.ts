import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { send } from './send.js';
import { startDemoServer, type TestServer } from './testServer.js';

interface Minted {
  email: string;
  name: string;
  givenName?: string;
  nonce?: string;
}

let testServer: TestServer;
const minted: Minted[] = [];
const demoIssuer = {
  clientId: 'the-client',
  mint: async (person: Minted): Promise<string> => {
    minted.push(person);
    return `token.of+${minted.length}/=`;
  },
};
beforeAll(async () => {
  testServer = await startDemoServer(demoIssuer);
});
afterAll(() => testServer[Symbol.asyncDispose]());

const asked = (changes: Record<string, string | undefined> = {}): string => {
  const parameters: Record<string, string | undefined> = {
    client_id: 'the-client',
    redirect_uri: `${testServer.url}/auth/callback`,
    response_type: 'id_token',
    scope: 'openid email profile',
    nonce: 'a nonce',
    state: 'a&state=b#c',
    prompt: 'select_account',
    ...changes,
  };
  const given = Object.entries(parameters).filter((one): one is [string, string] => one[1] !== undefined);
  return new URLSearchParams(given).toString();
};
const open = (changes?: Record<string, string | undefined>, headers = {}) =>
  send(`${testServer.url}/demo/google/authorize?${asked(changes)}`, { headers });
const choose = (changes: Record<string, string | undefined>) =>
  send(`${testServer.url}/demo/google/account?${asked(changes)}`);
/** What a page's attributes hold, as a browser reads them. */
const linksIn = (html: string): string[] =>
  [...html.matchAll(/href="([^"]*)"/g)].map(([, address = '']) =>
    address.replaceAll('&amp;', '&').replaceAll('&#39;', "'"),
  );
const fragmentOf = (location: string | undefined): Record<string, string> =>
  Object.fromEntries(new URLSearchParams(location?.split('#')[1]));

describe('the demo’s sign-in page', () => {
  it.each([
    [{}, {}, 'en', 'Mina Kim'],
    [{ hl: 'ko' }, { 'accept-language': 'ja' }, 'ko', '김미나'],
    [{}, { 'accept-language': 'fr-FR, ja-JP;q=0.8, en;q=0.5' }, 'ja', '佐藤 ハル'],
    [{ hl: 'xx' }, {}, 'en', 'Alex Morgan'],
    [{}, { 'accept-language': 'kok-IN, fr' }, 'en', 'Mina Kim'],
    [{}, { 'accept-language': 'en;q=0.2, ja;q=0, ko-KR;q=0.9' }, 'ko', '김미나'],
    [{ hl: 'ja' }, { 'accept-language': 'ko' }, 'ja', '佐藤 ハル'],
  ])('asked %j %j speaks %s', async (changes, headers, language, name) => {
    const page = await open(changes, headers);
    expect(page.status).toBe(200);
    expect(page.text).toContain(`<html lang="${language}">`);
    expect(page.text).toContain(name);
  });

  it('runs nothing, loads nothing, is framed nowhere and kept nowhere', async () => {
    const { headers, text } = await open();
    const [, style = ''] = /<style>(.*?)<\/style>/s.exec(text) ?? [];
    const hash = createHash('sha256').update(style).digest('base64');
    const policy = String(headers['content-security-policy']);
    expect(policy).toContain(`default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'`);
    expect(policy).toContain(`form-action 'self' ${testServer.url};`);
    expect(policy).toContain("frame-ancestors 'none'");
    expect(headers['cache-control']).toBe('no-store');
    expect(headers['referrer-policy']).toBe('no-referrer');
    expect(text).not.toMatch(/<script|src=|style="|\son\w+=/);
  });

  it('leads each account back with a token of its own, for the nonce and state that were sent', async () => {
    minted.length = 0;
    const links = linksIn((await open({ hl: 'ko' })).text);
    const accounts = links.filter((link) => link.startsWith('/demo/google/account?'));
    expect(accounts).toHaveLength(3);
    for (const account of accounts) {
      const { status, headers } = await send(testServer.url + account);
      expect(status).toBe(303);
      expect(headers['cache-control']).toBe('no-store');
      expect(headers.location).toMatch(new RegExp(`^${testServer.url}/auth/callback#`));
      expect(fragmentOf(headers.location)).toEqual({
        id_token: `token.of+${minted.length}/=`,
        state: 'a&state=b#c',
      });
    }
    expect(minted.map(({ email, name, givenName, nonce }) => [email, name, givenName, nonce])).toEqual([
      ['mina.kim@example.com', '김미나', '미나', 'a nonce'],
      ['haru.sato@example.com', '사토 하루', '하루', 'a nonce'],
      ['alex.morgan@example.com', '알렉스 모건', '알렉스', 'a nonce'],
    ]);
  });

  it('that is cancelled says so, as Google does', async () => {
    const [cancel] = linksIn((await open()).text).filter((link) => link.includes('access_denied'));
    expect(cancel).toMatch(new RegExp(`^${testServer.url}/auth/callback#`));
    expect(fragmentOf(cancel)).toEqual({ error: 'access_denied', state: 'a&state=b#c' });
  });

  it('takes another name, which without an address is the same person each time', async () => {
    minted.length = 0;
    for (const name of ['Zoë Ångström', 'Zoë Ångström', '홍길동', 'Zoe']) await choose({ name, email: '' });
    await choose({ name: 'Zoë', email: 'zoe@example.org' });
    const [first, again, hong, zoe, typed] = minted.map(({ email }) => email);
    expect(first).toMatch(/^zoe\.angstrom\.[0-9a-f]{8}@example\.com$/);
    expect(again).toBe(first);
    expect(new Set([first, hong, zoe, typed]).size).toBe(4);
    expect(typed).toBe('zoe@example.org');
  });

  it.each([
    ['', ''],
    [' ', ''],
    ['x'.repeat(101), ''],
    ['Zo\0e', ''],
    ['Zoe', 'no address'],
    ['"><script>alert(1)</script>', "' onfocus='x"],
  ])('asks again for the name %j with %j, showing what was typed as text', async (name, email) => {
    minted.length = 0;
    const { status, text } = await choose({ name, email });
    expect(status).toBe(400);
    expect(text).toContain('aria-invalid="true"');
    expect(text).not.toContain('<script');
    expect(text).not.toMatch(/' onfocus/);
    expect(minted).toEqual([]);
  });

  it('repeats hostile parameters as text alone', async () => {
    const hostile = `"><img src=x onerror=alert(1)>'&lt;`;
    const page = await open({ nonce: hostile, state: hostile });
    expect(page.status).toBe(200);
    expect(page.text).not.toContain('<img');
    minted.length = 0;
    const [account = ''] = linksIn(page.text).filter((link) => link.startsWith('/demo'));
    expect(fragmentOf((await send(testServer.url + account)).headers.location)['state']).toBe(hostile);
    expect(minted[0]?.nonce).toBe(hostile);
  });

  const wrong: [string, Record<string, string | undefined>][] = [
    ['client_id', { client_id: 'another' }],
    ['client_id', { client_id: undefined }],
    ['redirect_uri', { redirect_uri: 'https://evil.example/auth/callback' }],
    ['redirect_uri', { redirect_uri: undefined }],
    ['redirect_uri', { redirect_uri: '/auth/callback' }],
    ['redirect_uri', { redirect_uri: 'javascript:alert(1)' }],
    ['response_type', { response_type: 'code' }],
    ['scope', { scope: 'email' }],
    ['nonce', { nonce: undefined }],
    ['nonce', { nonce: '' }],
    ['nonce', { nonce: 'x'.repeat(513) }],
    ['state', { state: 'x'.repeat(1_025) }],
  ];
  it.each(wrong)('asked with a wrong %s leads nowhere: %j', async (parameter, changes) => {
    minted.length = 0;
    for (const answer of [await open(changes), await choose({ name: 'Zoe', ...changes })]) {
      expect(answer.status).toBe(400);
      expect(answer.headers.location).toBeUndefined();
      expect(answer.text).toContain(`<code>${parameter}</code>`);
      expect(linksIn(answer.text)).toEqual([]);
      expect(answer.headers['content-security-policy']).toContain("form-action 'none'");
    }
    expect(minted).toEqual([]);
  });

  it('leads to this server’s own callback only, written as it is', async () => {
    for (const path of ['/auth/callback/', '/auth/callback?a=b', '/auth/callback#x', '/other'])
      expect((await open({ redirect_uri: testServer.url + path })).status).toBe(400);
    const { port } = new URL(testServer.url);
    const local = `http://localhost:${port}/auth/callback`;
    expect((await open({ redirect_uri: local })).status).toBe(200);
    const credentials = testServer.url.replace('http://', 'http://user@');
    expect((await open({ redirect_uri: `${credentials}/auth/callback` })).status).toBe(400);
    expect((await open({ redirect_uri: `${testServer.url.toUpperCase()}/auth/callback` })).status).toBe(400);
  });
});
