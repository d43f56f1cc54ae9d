import { beforeAll, describe, expect, it } from 'vitest';
import { ApiClient } from '../../client/apiClient.js';
import { demoIdToken } from '../../client/signIn.js';
import { GoogleSignInDocument, SignInDocument } from '../../operations/generated/graphql.js';
import { send } from '../http/send.js';
import { startTestApp } from '../testkit/testApp.js';
import { useApp } from '../testkit/useApp.js';

const test = useApp();
let browser: ApiClient;
beforeAll(async () => {
  browser = new ApiClient(test.url);
});

/** What the app does in a browser, up to the token in its address bar. */
async function tokenFor(nonce: string): Promise<string> {
  const { authorizationUrl, clientId } = (await browser.run(GoogleSignInDocument, {})).googleSignIn;
  const parameters = new URLSearchParams({
    client_id: clientId,
    redirect_uri: `${test.url}/auth/callback`,
    response_type: 'id_token',
    scope: 'openid email profile',
    state: 'the state',
    prompt: 'select_account',
    nonce,
  });
  const page = await send(`${new URL(authorizationUrl, test.url).href}?${parameters.toString()}`);
  const [, choice = ''] = /class="account" href="([^"]*)"/.exec(page.text) ?? [];
  const { headers } = await send(test.url + choice.replaceAll('&amp;', '&'));
  const answer = new URL(headers.location ?? '');
  expect(answer.origin + answer.pathname).toBe(`${test.url}/auth/callback`);
  const fragment = new URLSearchParams(answer.hash.slice(1));
  expect(fragment.get('state')).toBe('the state');
  return fragment.get('id_token') ?? '';
}

const codeOf = async (variables: { idToken: string; nonce?: string }) =>
  (await browser.request(SignInDocument, variables)).errors[0]?.extensions?.['code'];

describe('signing in by redirect', () => {
  it('goes to the stand-in where there is no client id, and says that it is a demo', async () => {
    const { googleSignIn } = await browser.run(GoogleSignInDocument, {});
    expect(googleSignIn).toEqual({
      authorizationUrl: '/demo/google/authorize',
      clientId: 're-mirai-demo',
      demo: true,
    });
  });

  it('goes to Google where there is one', async () => {
    await using real = await startTestApp({ env: { GOOGLE_CLIENT_ID: 'ours.apps.googleusercontent.com' } });
    const { googleSignIn } = await new ApiClient(real.url).run(GoogleSignInDocument, {});
    expect(googleSignIn).toEqual({
      authorizationUrl: 'https://accounts.google.com/o/oauth2/v2/auth',
      clientId: 'ours.apps.googleusercontent.com',
      demo: false,
    });
    expect((await send(`${real.url}/demo/google/authorize`)).status).toBe(404);
  });

  it('opens a session for the account that was chosen', async () => {
    const idToken = await tokenFor('a nonce');
    const { signInWithGoogle } = await browser.run(SignInDocument, { idToken, nonce: 'a nonce' });
    expect(signInWithGoogle.user).toMatchObject({
      displayName: 'Mina Kim',
      email: 'mina.kim@example.com',
    });
  });

  it('takes a token with the nonce it was made for, and with no other or none', async () => {
    const idToken = await tokenFor('a nonce');
    expect(await codeOf({ idToken, nonce: 'another nonce' })).toBe('UNAUTHENTICATED');
    expect(await codeOf({ idToken, nonce: '' })).toBe('UNAUTHENTICATED');
    expect(await codeOf({ idToken })).toBe('UNAUTHENTICATED');
    const without = await demoIdToken(test.url, { email: 'a@test.example', name: 'A' });
    expect(await codeOf({ idToken: without, nonce: 'a nonce' })).toBe('UNAUTHENTICATED');
    expect(await codeOf({ idToken: without })).toBeUndefined();
  });
});
