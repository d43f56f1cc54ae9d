import { createHmac, createPublicKey, generateKeyPairSync, sign } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createGoogleIdentity, type GoogleIdentity } from '../../src/auth/googleIdentity.js';
import { AppError } from '../../src/errors.js';
import { type GoogleIssuer, newIssuerKey, startGoogleIssuer } from '../../stand-ins/google/issuer.js';

const mina = { email: 'mina@example.com', name: 'Mina Park' };
const privateKey = newIssuerKey();
const publicPem = createPublicKey(privateKey).export({ type: 'spki', format: 'pem' }).toString();
let issuer: GoogleIssuer;
let google: GoogleIdentity;
beforeAll(async () => {
  issuer = await startGoogleIssuer({ privateKey });
  google = createGoogleIdentity({ clientId: issuer.clientId, certsUrl: issuer.certsUrl });
});
afterAll(() => issuer[Symbol.asyncDispose]());

const part = (data: object): string => Buffer.from(JSON.stringify(data)).toString('base64url');
const read = (token: string, at: number) =>
  JSON.parse(Buffer.from(token.split('.')[at] ?? '', 'base64url').toString()) as Record<string, unknown>;

/** A good token with a header or a payload of our own, signed with the issuer's key by default. */
async function forged(parts: {
  header?: object;
  payload?: object;
  sign?: (text: string) => string;
}): Promise<string> {
  const good = await issuer.mint(mina);
  const text = `${part({ ...read(good, 0), ...parts.header })}.${part({ ...read(good, 1), ...parts.payload })}`;
  const withKey = (signed: string): string =>
    sign('RSA-SHA256', Buffer.from(signed), privateKey).toString('base64url');
  return `${text}.${(parts.sign ?? withKey)(text)}`;
}

async function failure(call: Promise<unknown>): Promise<AppError> {
  const error: unknown = await call.then(
    () => undefined,
    (caught: unknown) => caught,
  );
  if (error instanceof AppError) return error;
  throw new Error('The call did not end with an AppError.', { cause: error });
}

const stranger = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
const wrong: [what: string, token: () => string | Promise<string>, nonce?: string][] = [
  ['a token for another app', () => issuer.mint({ ...mina, audience: 'another-app' })],
  ['a token of another issuer', () => issuer.mint({ ...mina, issuer: 'https://accounts.evil.example' })],
  ['an expired token', () => issuer.mint({ ...mina, expiresInSeconds: -600 })],
  ['a token that expired two minutes ago', () => issuer.mint({ ...mina, expiresInSeconds: -120 })],
  [
    'a token from the future',
    () => forged({ payload: { iat: Date.now() / 1000 + 1800, exp: Date.now() / 1000 + 3600 } }),
  ],
  ['a token for years', () => issuer.mint({ ...mina, expiresInSeconds: 400 * 86_400 })],
  ['an unverified address', () => issuer.mint({ ...mina, emailVerified: false })],
  ['an address verified by a word', () => forged({ payload: { email_verified: 'true' } })],
  ['no address', () => forged({ payload: { email: undefined } })],
  ['algorithm none', () => forged({ header: { alg: 'none' }, sign: () => '' })],
  [
    'HS256 with the public key',
    () =>
      forged({
        header: { alg: 'HS256' },
        sign: (text) => createHmac('sha256', publicPem).update(text).digest('base64url'),
      }),
  ],
  ['another algorithm in a signed header', () => forged({ header: { alg: 'RS512' } })],
  ['a key nobody knows', () => forged({ header: { kid: 'unknown' } })],
  ['a key by the name of a property of objects', () => forged({ header: { kid: 'constructor' } })],
  [
    'the signature of a stranger',
    () => forged({ sign: (text) => sign('RSA-SHA256', Buffer.from(text), stranger).toString('base64url') }),
  ],
  [
    'a changed payload',
    async () =>
      (await issuer.mint(mina)).replace(
        /\.[^.]+\./,
        `.${part({ sub: '1', email: 'admin@example.com', email_verified: true })}.`,
      ),
  ],
  ['a foreign nonce', () => issuer.mint({ ...mina, nonce: 'theirs' }), 'ours'],
  ['no nonce where one was asked for', () => issuer.mint(mina), 'ours'],
  ['a subject of 256 characters', () => issuer.mint({ ...mina, sub: '1'.repeat(256) })],
  ['a subject that is not ASCII', () => issuer.mint({ ...mina, sub: '1\u202e2' })],
  ['a subject that is a number', () => forged({ payload: { sub: 12 } })],
  ['an empty subject', () => issuer.mint({ ...mina, sub: '' })],
  ['an address with a line break', () => issuer.mint({ ...mina, email: 'mina@example.com\nx' })],
  ['an address that turns around', () => issuer.mint({ ...mina, email: 'mina\u202e@example.com' })],
  ['an address of 255 characters', () => issuer.mint({ ...mina, email: `${'m'.repeat(243)}@example.com` })],
  ['garbage', () => 'not.a.token'],
  ['too few parts', () => 'garbage'],
  ['nothing', () => ''],
  ['a token of nine kilobytes', () => issuer.mint({ ...mina, name: 'x'.repeat(9000) })],
];

async function serve(listener: RequestListener): Promise<{ url: string } & AsyncDisposable> {
  const server = createServer(listener);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

describe('sign-in with Google', () => {
  it('identifies the account, and the same account the same way again', async () => {
    const first = await google.verify(await issuer.mint(mina));
    expect(first).toMatchObject({
      ...mina,
      givenName: 'Mina',
      sub: expect.stringMatching(/^\d{21}$/) as string,
    });
    expect((await google.verify(await issuer.mint({ ...mina, name: 'M' }))).sub).toBe(first.sub);
    expect((await google.verify(await issuer.mint({ ...mina, email: 'jun@example.com' }))).sub).not.toBe(
      first.sub,
    );
  });

  it.each([
    ['composes accents', 'Zoe\u0308', 'Zo\u00eb'],
    ['makes one line of it', ' Mina\t \r\n Park\u2028', 'Mina Park'],
    ['removes what turns text around', '\u202eniM\u2066 Park\u2069', 'niM Park'],
    ['removes controls and lone surrogates', 'Mi\0na\u001b[31m\ud800', 'Mina[31m'],
    ['removes what is invisible', '\u200bMi\u2060na\ufeff\u{e0041}', 'Mina'],
    ['keeps joined emoji and other scripts', '민아 👩‍🚀', '민아 👩‍🚀'],
    ['bounds it', '👩'.repeat(300), '👩'.repeat(100)],
  ])('stores a name in normal form: %s', async (_, name, stored) => {
    expect((await google.verify(await issuer.mint({ ...mina, name }))).name).toBe(stored);
    const givenName = (await google.verify(await issuer.mint({ ...mina, givenName: name }))).givenName;
    expect(givenName).toBe(stored);
  });

  it('accepts the nonce that was asked for', async () => {
    const token = await issuer.mint({ ...mina, nonce: 'ours' });
    expect((await google.verify(token, 'ours')).email).toBe(mina.email);
  });

  it.each(wrong)('refuses %s, and says no more than that', async (_, token, nonce) => {
    const error = await failure(google.verify(await token(), nonce));
    expect(error).toMatchObject({ code: 'UNAUTHENTICATED', message: 'Sign in first.', extras: {} });
    expect(error.cause).toBeUndefined();
  });

  it('does not start without an audience', () => {
    expect(() => createGoogleIdentity({ clientId: ' ' })).toThrow(/GOOGLE_CLIENT_ID/);
  });

  it('accepts in one process what another minted with the same kept key', async () => {
    await using twin = await startGoogleIssuer({ privateKey });
    expect((await google.verify(await twin.mint(mina))).email).toBe(mina.email);
  });

  it('fetches the keys once for many who sign in at the same time, and keeps them', async () => {
    let fetched = 0;
    const certificates = await (await fetch(issuer.certsUrl)).text();
    await using counted = await serve((_, response) => {
      fetched += 1;
      response
        .writeHead(200, { 'content-type': 'application/json', 'cache-control': 'max-age=600' })
        .end(certificates);
    });
    const identity = createGoogleIdentity({ clientId: issuer.clientId, certsUrl: counted.url });
    const token = await issuer.mint(mina);
    await Promise.all(Array.from({ length: 20 }, () => identity.verify(token)));
    await identity.verify(token);
    expect(fetched).toBe(1);
  });

  it.each<[what: string, listener: RequestListener]>([
    ['answers an error', (_, response) => response.writeHead(403).end()],
    [
      'answers a page instead of keys',
      (_, response) =>
        response.writeHead(200, { 'cache-control': 'max-age=600' }).end('<html>Welcome to the hotel</html>'),
    ],
    ['hangs up', (request) => request.socket.destroy()],
    ['never answers', () => undefined],
  ])('asks to come back later when Google %s', async (_, listener) => {
    await using broken = await serve(listener);
    const identity = createGoogleIdentity({ clientId: issuer.clientId, certsUrl: broken.url });
    const error = await failure(identity.verify(await issuer.mint(mina)));
    expect(error).toMatchObject({ code: 'SERVICE_UNAVAILABLE', extras: { retryAfter: 5 } });
  });

  it('recovers as soon as Google does', async () => {
    const certificates = await (await fetch(issuer.certsUrl)).text();
    let broken = true;
    await using moody = await serve((_, response) => {
      const body = broken ? '<html>' : certificates;
      response
        .writeHead(200, {
          'content-type': broken ? 'text/html' : 'application/json',
          'cache-control': 'max-age=600',
        })
        .end(body);
    });
    const identity = createGoogleIdentity({ clientId: issuer.clientId, certsUrl: moody.url });
    expect((await failure(identity.verify(await issuer.mint(mina)))).code).toBe('SERVICE_UNAVAILABLE');
    broken = false;
    expect((await identity.verify(await issuer.mint(mina))).email).toBe(mina.email);
  });
});
