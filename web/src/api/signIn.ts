import { randomToken } from '../device/deviceToken';
import { parseStored, tabStorage } from '../device/storage';
import { currentLocale } from '../i18n/i18n';
import { dataOf } from './failure';
import { loadClient } from './loadClient';
import { GoogleSignInDocument } from './operations/generated/GoogleSignIn';

const KEY = 'mirai.signIn';
/** The state of the last answer that this tab has used. */
const USED_KEY = 'mirai.signedIn';

interface SignInRequest {
  nonce: string;
  state: string;
  next: string;
}

/** Whether this is the demo, where a stand-in replaces Google. False if it could not be asked. */
export async function isDemoSignIn(): Promise<boolean> {
  const client = await loadClient().catch(() => undefined);
  const { data } = (await client?.query(GoogleSignInDocument, {}).toPromise()) ?? {};
  return data?.googleSignIn.demo ?? false;
}

/**
 * Redirects to Google (or the demo's issuer) with OpenID Connect's implicit flow. Its ID token comes back in
 * the fragment and so appears in no server's log. The nonce ties the token to this tab, and the state ties
 * the answer to this request.
 * @param next path of this app to continue at afterwards
 * @throws CombinedError when the server cannot be asked for the issuer's address
 */
export async function redirectToSignIn(next: string): Promise<void> {
  const client = await loadClient();
  const { authorizationUrl, clientId } = dataOf(
    await client.query(GoogleSignInDocument, {}).toPromise(),
  ).googleSignIn;
  const request: SignInRequest = { nonce: randomToken(), state: randomToken(), next };
  tabStorage.set(KEY, JSON.stringify(request));
  const url = new URL(authorizationUrl, location.origin);
  const query = {
    client_id: clientId,
    redirect_uri: `${location.origin}/auth/callback`,
    response_type: 'id_token',
    scope: 'openid email profile',
    nonce: request.nonce,
    state: request.state,
    prompt: 'select_account',
    hl: currentLocale(),
  };
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  location.assign(url);
}

/** What a sign-in brought back: the ID token, its nonce, and the path to continue at. */
export interface SignInAnswer {
  idToken: string;
  nonce: string;
  next: string;
}

/**
 * Why an address finishes no sign-in. `cancelled`: the person left the issuer's page. `refused`: the
 * issuer reported another error. `used`: this tab has used it
 * already. `foreign`: this tab has not requested it. `forgotten`: the browser stores nothing, so the request is lost.
 */
export type SignInProblem = 'cancelled' | 'refused' | 'used' | 'foreign' | 'forgotten';

export class SignInError extends Error {
  constructor(readonly problem: SignInProblem) {
    super(`The address finishes no sign-in: ${problem}.`);
  }
}

/**
 * Reads the answer to a sign-in and forgets the request, so that a second use of the address does nothing.
 * @param fragment `#id_token=…&state=…`, or `#error=…`
 * @throws SignInError
 */
export function readSignInAnswer(fragment: string): SignInAnswer {
  const answer = new URLSearchParams(fragment.replace(/^#/, ''));
  const [idToken, state] = [answer.get('id_token'), answer.get('state')];
  const request = parseStored(tabStorage.get(KEY)) as SignInRequest | null;
  tabStorage.remove(KEY);
  if (answer.get('error') === 'access_denied') throw new SignInError('cancelled');
  if (answer.has('error')) throw new SignInError('refused');
  if (request === null && !tabStorage.isLasting()) throw new SignInError('forgotten');
  if (state !== null && state === tabStorage.get(USED_KEY)) throw new SignInError('used');
  if (request === null || idToken === null || state !== request.state) throw new SignInError('foreign');
  tabStorage.set(USED_KEY, request.state);
  return { idToken, nonce: request.nonce, next: safeRedirectPath(request.next, location.origin) };
}

/** Pages of the sign-in flow, which lead nowhere once signed in. Matched as the router matches them. */
const SIGN_IN_PAGES = /^\/(?:welcome|auth\/callback)\/*$/i;

/**
 * The path to continue at, if it belongs to this app. It is parsed as a browser parses an address, so that no
 * spelling of another site (`//there`, `/\there`, a tab between the slashes) passes for a path.
 * @param wanted the value of `?next=` or of a stored request
 * @param origin of this app
 * @returns `/home` for anything else
 */
export function safeRedirectPath(wanted: unknown, origin: string): string {
  const url = typeof wanted === 'string' && wanted.startsWith('/') ? parseAddress(wanted, origin) : null;
  if (url === null) return '/home';
  // The next parser would read a path that begins with two slashes as another site.
  if (url.origin !== origin || url.pathname.startsWith('//')) return '/home';
  if (SIGN_IN_PAGES.test(url.pathname)) return '/home';
  return url.pathname + url.search + url.hash;
}

/** `URL.canParse` does not exist in Safari 16. @returns null for what is no address */
function parseAddress(address: string, base: string): URL | null {
  try {
    return new URL(address, base);
  } catch {
    return null;
  }
}
