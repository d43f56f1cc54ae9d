import { createHash, createPrivateKey, createPublicKey, createSign, generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** The claims of an ID token. Tests override the optional ones. */
interface DemoClaims {
  email: string;
  name: string;
  /** Default: stable per e-mail address. */
  sub?: string;
  givenName?: string;
  emailVerified?: boolean;
  /** Seconds from now; negative for an expired token. Default: one hour. */
  expiresInSeconds?: number;
  audience?: string;
  issuer?: string;
  nonce?: string;
}

export interface GoogleIssuer {
  /** Serves `{ kid: PEM }`, as Google's certificate URL does. */
  certsUrl: string;
  clientId: string;
  /** @returns an ID token signed with RS256 */
  mint(claims: DemoClaims): Promise<string>;
  [Symbol.asyncDispose](): Promise<void>;
}

const clientId = 're-mirai-demo';
const segment = (data: object): string => Buffer.from(JSON.stringify(data)).toString('base64url');

/** Google's `sub` has 21 digits. This one is stable for each e-mail address. */
const subOf = (email: string): string => {
  const hash = createHash('sha256').update(email.trim().toLowerCase()).digest();
  return `1${hash.readBigUInt64BE(0).toString().padStart(20, '0')}`;
};

function payloadOf(claims: DemoClaims): object {
  const now = Math.floor(Date.now() / 1000);
  const expires = now + (claims.expiresInSeconds ?? 3600);
  return {
    iss: claims.issuer ?? 'https://accounts.google.com',
    aud: claims.audience ?? clientId,
    azp: clientId,
    sub: claims.sub ?? subOf(claims.email),
    email: claims.email,
    email_verified: claims.emailVerified ?? true,
    name: claims.name,
    given_name: claims.givenName ?? claims.name.split(/\s+/)[0],
    iat: Math.min(now, expires - 3600),
    exp: expires,
    ...(claims.nonce === undefined ? {} : { nonce: claims.nonce }),
  };
}

/**
 * @returns a new private key as PKCS#8 PEM. Several processes share one key so that each accepts the others'
 *   tokens.
 */
export const newIssuerKey = (): string =>
  generateKeyPairSync('rsa', { modulusLength: 2048 })
    .privateKey.export({ type: 'pkcs8', format: 'pem' })
    .toString();

/**
 * Starts an issuer on 127.0.0.1 that replaces Google and serves its public key where the verifier looks. The
 * key is a plain SPKI key instead of a certificate: the verifier passes the PEM to Node's crypto, which
 * accepts both.
 * @param options `privateKey`: PKCS#8 PEM (default: a new one at every start)
 */
export async function startGoogleIssuer(options: { privateKey?: string } = {}): Promise<GoogleIssuer> {
  const privateKey = createPrivateKey(options.privateKey ?? newIssuerKey());
  const publicKey = createPublicKey(privateKey).export({ type: 'spki', format: 'pem' }).toString();
  // The key id is derived from the key, so that every process with this key accepts the others' tokens.
  const kid = createHash('sha256').update(publicKey).digest('hex').slice(0, 40);
  const certificates = JSON.stringify({ [kid]: publicKey });
  const server = createServer((request, response) => {
    if (request.url !== '/oauth2/v1/certs') return response.writeHead(404).end();
    return response
      .writeHead(200, { 'content-type': 'application/json', 'cache-control': 'public, max-age=3600' })
      .end(certificates);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  let closing: Promise<unknown> | undefined;
  return {
    certsUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/oauth2/v1/certs`,
    clientId,
    mint: async (claims) => {
      const signed = `${segment({ alg: 'RS256', kid, typ: 'JWT' })}.${segment(payloadOf(claims))}`;
      return `${signed}.${createSign('RSA-SHA256').update(signed).sign(privateKey, 'base64url')}`;
    },
    [Symbol.asyncDispose]: async () => {
      closing ??= new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closing;
    },
  };
}
