import type { LoginTicket, OAuth2Client } from 'google-auth-library';
import { z } from 'zod';
import { cleanLine, isBlank } from '../cleanText.js';
import { AppError, unauthenticated } from '../errors.js';

/**
 * The person a Google ID token identifies. `sub` identifies the account; an e-mail address can change hands.
 */
interface GoogleProfile {
  sub: string;
  email: string;
  /** One line of at most 100 code points. May be empty. */
  name: string;
  givenName: string;
}

export interface GoogleIdentity {
  /**
   * @param nonce the nonce the client sent to Google, if any. It must equal the token's; both may be absent
   * @throws AppError UNAUTHENTICATED for any invalid token, SERVICE_UNAVAILABLE if the keys cannot be fetched
   */
  verify(idToken: string, nonce?: string): Promise<GoogleProfile>;
}

type Payload = NonNullable<ReturnType<LoginTicket['getPayload']>>;
type Certificates = Record<string, string>;

const issuers = ['accounts.google.com', 'https://accounts.google.com'];
const maxTokenBytes = 8 * 1024;
const certificatesWithinMs = 3000;
/** Stricter than the library's five minutes, because clocks differ by far less. */
const clockSkewSeconds = 30;

const unreachable = (): AppError =>
  new AppError('SERVICE_UNAVAILABLE', 'Google cannot be reached. Try again in a moment.', { retryAfter: 5 });

/** A captive portal or a proxy may respond with status 200 and something else. */
const areCertificates = (data: unknown): data is Certificates =>
  typeof data === 'object' && data !== null && Object.values(data).every((pem) => typeof pem === 'string');

function inTime<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(unreachable()), certificatesWithinMs);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

/**
 * Google's keys, cached by the library as long as the issuer allows. Concurrent fetches are merged here,
 * because the library would fetch once per sign-in when the cache expires.
 */
function certificateSource(certsUrl: string | undefined) {
  let client: Promise<OAuth2Client> | undefined;
  /** The library is loaded with the first sign-in. */
  const currentClient = (): Promise<OAuth2Client> =>
    (client ??= import('google-auth-library').then(
      ({ OAuth2Client: Client }) =>
        new Client({
          endpoints: certsUrl === undefined ? {} : { oauth2FederatedSignonPemCertsUrl: certsUrl },
          transporterOptions: { timeout: certificatesWithinMs, noProxy: ['127.0.0.1', 'localhost'] },
        }),
    ));
  let flight: Promise<Certificates> | undefined;
  const fetchOnce = async (): Promise<Certificates> => {
    const { certs } = await (await currentClient()).getFederatedSignonCertsAsync();
    if (areCertificates(certs)) return certs;
    // An invalid response must not stay in the library's cache.
    client = undefined;
    throw unreachable();
  };
  return {
    get: (): Promise<Certificates> => {
      flight ??= fetchOnce().finally(() => (flight = undefined));
      return inTime(flight).catch(() => {
        throw unreachable();
      });
    },
    ticket: async (idToken: string, certificates: Certificates, audience: string): Promise<LoginTicket> =>
      (await currentClient()).verifySignedJwtWithCertsAsync(idToken, certificates, audience, issuers),
  };
}

const MAX_NAME_LENGTH = 100;
/** A name as it is stored: one line of at most 100 code points, or empty. At Google, it may be anything. */
function cleanName(name: string): string {
  const line = [...cleanLine(name)].slice(0, MAX_NAME_LENGTH).join('').trim();
  return isBlank(line) ? '' : line;
}

const personName = z.string().default('').transform(cleanName);

const claims = z.object({
  // OpenID Connect: at most 255 ASCII characters. It is a key, so it is compared as it is and never changed.
  sub: z.string().regex(/^[\x21-\x7e]{1,255}$/),
  email: z
    .string()
    .normalize('NFC')
    .regex(/^(?=.{3,254}$)[^\s@\p{C}]+@[^\s@\p{C}]+$/u),
  email_verified: z.literal(true),
  exp: z.number(),
  nonce: z.string().optional(),
  name: personName,
  given_name: personName,
});

function profileOf(payload: Payload | undefined, nonce: string | undefined): GoogleProfile {
  const { data } = claims.safeParse(payload);
  // A token with a nonce requires the same from the client: a thief of the token does not know the nonce.
  if (data === undefined || data.nonce !== nonce) throw unauthenticated();
  if (data.exp + clockSkewSeconds < Date.now() / 1000) throw unauthenticated();
  const name = data.name || data.given_name;
  return { sub: data.sub, email: data.email, name, givenName: data.given_name || (name.split(' ')[0] ?? '') };
}

/**
 * Verifies Google ID tokens.
 * @param settings `clientId` is the audience; `certsUrl` is where a stand-in serves its keys (default:
 *   Google's)
 * @throws Error if the client id is empty, because without an audience a token issued to any app would pass
 */
export function createGoogleIdentity(settings: { clientId: string; certsUrl?: string }): GoogleIdentity {
  const { clientId, certsUrl } = settings;
  if (clientId.trim() === '')
    throw new Error('GOOGLE_CLIENT_ID is empty, so tokens issued to any app would be accepted.');
  const certificates = certificateSource(certsUrl);
  return {
    verify: async (idToken, nonce) => {
      if (Buffer.byteLength(idToken) > maxTokenBytes) throw unauthenticated();
      const keys = await certificates.get();
      // The library's error is dropped and not wrapped, because its message quotes the token.
      const ticket = await certificates.ticket(idToken, keys, clientId).catch(() => {
        throw unauthenticated();
      });
      // The library declares a string but returns the parsed header.
      const header = ticket.getEnvelope() as unknown as { alg?: string };
      if (header.alg !== 'RS256') throw unauthenticated();
      return profileOf(ticket.getPayload(), nonce);
    },
  };
}
