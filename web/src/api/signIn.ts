import { parseStored } from '../device/keeping';
import { tabStorage } from '../device/tabStorage';
import { GoogleSignInDocument } from '../graphql/generated/GoogleSignIn';
import { currentLocale } from '../i18n/i18n';
import { client } from './client';
import { dataOf } from './failure';
import { pathOfOurs } from './pathOfOurs';
import { session } from './session';

const KEY = 'mirai.signIn';

interface Begun {
  nonce: string;
  state: string;
  next: string;
}

/**
 * Leaves for Google (or the demo's issuer) by a top-level redirect: OpenID Connect's implicit flow, whose ID token comes back
 * in the fragment and so is in no server's log. The nonce ties the token to this tab, the state the answer to this request.
 * @param next where to go on afterwards: a path of ours
 * @throws CombinedError when the server cannot be asked where to go
 */
export async function leaveToSignIn(next: string): Promise<void> {
  const { authorizationUrl, clientId } = dataOf(
    await client.query(GoogleSignInDocument, {}).toPromise(),
  ).googleSignIn;
  const begun: Begun = { nonce: crypto.randomUUID(), state: crypto.randomUUID(), next };
  tabStorage.set(KEY, JSON.stringify(begun));
  const url = new URL(authorizationUrl, location.origin);
  const query = {
    client_id: clientId,
    redirect_uri: `${location.origin}/auth/callback`,
    response_type: 'id_token',
    scope: 'openid email profile',
    nonce: begun.nonce,
    state: begun.state,
    prompt: 'select_account',
    hl: currentLocale(),
  };
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  location.assign(url);
}

/**
 * Comes back: begins the session and forgets the request, so that a second use of the address does nothing.
 * @param fragment `#id_token=…&state=…`, or `#error=…`
 * @returns where to go on
 * @throws Error when this tab did not ask, or Google said no; CombinedError when the server refuses the token
 */
export async function comeBack(fragment: string): Promise<string> {
  const answer = new URLSearchParams(fragment.replace(/^#/, ''));
  const begun = parseStored(tabStorage.get(KEY)) as Begun | null;
  tabStorage.remove(KEY);
  const idToken = answer.get('id_token');
  if (begun === null || idToken === null || answer.get('state') !== begun.state)
    throw new Error(answer.get('error') ?? 'This tab did not ask to sign in.');
  await session.begin(idToken, begun.nonce);
  return pathOfOurs(begun.next, location.origin);
}
