import { type LoginTicket, OAuth2Client } from 'google-auth-library';
import { AppError, unauthenticated } from '../errors.js';

/** Whom Google vouches for. `sub` identifies the account; an e-mail address can change hands. */
export interface GoogleProfile {
  sub: string;
  email: string;
  name: string;
  givenName: string;
  locale?: string;
}

export interface GoogleIdentity {
  /**
   * @param nonce what the client asked Google to sign, if it did: token and client have the same one, or neither has any
   * @throws AppError UNAUTHENTICATED for every kind of wrong token, SERVICE_UNAVAILABLE when the keys cannot be had
   */
  verify(idToken: string, nonce?: string): Promise<GoogleProfile>;
}

type Payload = NonNullable<ReturnType<LoginTicket['getPayload']>>;
type Certificates = Record<string, string>;

const issuers = ['accounts.google.com', 'https://accounts.google.com'];
const maxTokenBytes = 8 * 1024;
const certificatesWithinMs = 3000;
/** The library lets a token live five minutes longer; clocks differ by far less. */
const clockSkewSeconds = 30;

const unreachable = (): AppError =>
  new AppError('SERVICE_UNAVAILABLE', 'Google cannot be reached at the moment.', { retryAfter: 5 });

/** A captive portal or a proxy may answer 200 with something else. */
const areCertificates = (data: unknown): data is Certificates =>
  typeof data === 'object' && data !== null && Object.values(data).every((pem) => typeof pem === 'string');

function inTime<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(unreachable()), certificatesWithinMs);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

/** The keys, cached by the library as long as the issuer says. It has no single flight of its own: at expiry every sign-in would fetch. */
function certificateSource(certsUrl: string | undefined) {
  const newClient = (): OAuth2Client =>
    new OAuth2Client({
      endpoints: certsUrl === undefined ? {} : { oauth2FederatedSignonPemCertsUrl: certsUrl },
      transporterOptions: { timeout: certificatesWithinMs, noProxy: ['127.0.0.1', 'localhost'] },
    });
  let client = newClient();
  let flight: Promise<Certificates> | undefined;
  const fetchOnce = async (): Promise<Certificates> => {
    const { certs } = await client.getFederatedSignonCertsAsync();
    if (areCertificates(certs)) return certs;
    // What is no set of keys must not stay in the library's cache.
    client = newClient();
    throw unreachable();
  };
  return {
    get: (): Promise<Certificates> => {
      flight ??= fetchOnce().finally(() => (flight = undefined));
      return inTime(flight).catch(() => {
        throw unreachable();
      });
    },
    ticket: (idToken: string, certificates: Certificates, audience: string): Promise<LoginTicket> =>
      client.verifySignedJwtWithCertsAsync(idToken, certificates, audience, issuers),
  };
}

function profileOf(payload: Payload | undefined, nonce: string | undefined): GoogleProfile {
  const { sub, email, email_verified, exp, locale } = payload ?? {};
  // Also none where the token has one: whoever came by the token does not thereby know what the app kept.
  const nonceFits = payload?.nonce === nonce;
  if (!sub || !email || email_verified !== true || !nonceFits) throw unauthenticated();
  if (exp === undefined || exp + clockSkewSeconds < Date.now() / 1000) throw unauthenticated();
  const name = payload?.name ?? payload?.given_name ?? '';
  return { sub, email, name, givenName: payload?.given_name ?? name.split(/\s+/)[0] ?? '', locale };
}

/**
 * Verifies Google's id tokens.
 * @param settings `clientId`: the audience; `certsUrl`: where a stand-in serves its keys (default: Google's)
 * @throws Error when the client id is empty: without an audience, a token issued to any other app would pass
 */
export function createGoogleIdentity(settings: { clientId: string; certsUrl?: string }): GoogleIdentity {
  const { clientId, certsUrl } = settings;
  if (clientId.trim() === '')
    throw new Error('GOOGLE_CLIENT_ID is empty: tokens of any app would be accepted.');
  const certificates = certificateSource(certsUrl);
  return {
    verify: async (idToken, nonce) => {
      if (Buffer.byteLength(idToken) > maxTokenBytes) throw unauthenticated();
      const keys = await certificates.get();
      // The library's messages quote the token, so its error is dropped, not wrapped.
      const ticket = await certificates.ticket(idToken, keys, clientId).catch(() => {
        throw unauthenticated();
      });
      // Declared as a string, but it is the parsed header.
      const header = ticket.getEnvelope() as unknown as { alg?: string };
      if (header.alg !== 'RS256') throw unauthenticated();
      return profileOf(ticket.getPayload(), nonce);
    },
  };
}
