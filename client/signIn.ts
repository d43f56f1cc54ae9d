import { SignInDocument, type SignInMutation } from '../operations/generated/graphql.js';
import { ApiClient } from './apiClient.js';

/** A signed-in client and the result of signing in. */
export interface SignedIn extends AsyncDisposable {
  client: ApiClient;
  session: SignInMutation['signInWithGoogle'];
}

/** Gets a Google ID token from the server's stand-in issuer, as Google's button would provide one. */
export async function demoIdToken(url: string, person: { email: string; name: string }): Promise<string> {
  const ask = () =>
    fetch(`${url}/demo/google/id-token`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(person),
    });
  let response = await ask();
  // A server that is busy is asked again, as `run` does.
  for (let patience = 20; patience > 0 && response.status === 503; patience -= 1) {
    await new Promise((resolve) =>
      setTimeout(resolve, Number(response.headers.get('retry-after') ?? 1) * 1000),
    );
    response = await ask();
  }
  if (!response.ok)
    throw new Error(`The stand-in issuer answered ${response.status}: ${await response.text()}`);
  return ((await response.json()) as { idToken: string }).idToken;
}

/** Signs a person in through the stand-in issuer. */
export async function signIn(url: string, person: { email: string; name: string }): Promise<SignedIn> {
  const anonymous = new ApiClient(url);
  const { signInWithGoogle: session } = await anonymous.run(SignInDocument, {
    idToken: await demoIdToken(url, person),
  });
  const client = new ApiClient(url, session.accessToken);
  return { client, session, [Symbol.asyncDispose]: () => client[Symbol.asyncDispose]() };
}
