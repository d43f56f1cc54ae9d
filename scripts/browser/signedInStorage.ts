import type { BrowserContextOptions } from 'playwright-core';
import { GiveConsentDocument } from '../../operations/generated/graphql.js';
import { type SignedIn, signIn } from '../demo/signIn.js';

/** Somebody who has signed in and agreed, and what a browser keeps of it: contexts opened with `storage` are signed in. */
export interface SignedInStorage extends SignedIn {
  storage: NonNullable<BrowserContextOptions['storageState']>;
  /** What the app's own storage holds of it. */
  kept: { name: string; value: string }[];
}

/** Of age, by any country's rule. */
const BORN_IN = '1996-04';

/**
 * The short way in, past the pages of sign-in and consent, over the API.
 * @param bornIn YYYY-MM; null for somebody who has not said so and agreed to nothing
 */
export async function signedInStorage(
  url: string,
  person: { email: string; name: string },
  bornIn: string | null = BORN_IN,
): Promise<SignedInStorage> {
  const signedIn = await signIn(url, person);
  if (bornIn !== null)
    await signedIn.client.run(GiveConsentDocument, { bornIn, locale: 'EN', version: '2026-11' });
  const { accessToken, refreshToken, expiresAt, user } = signedIn.session;
  const session = JSON.stringify({ accessToken, refreshToken, expiresAt, account: user.id });
  const kept = [{ name: 'mirai.session', value: session }];
  const storage = { cookies: [], origins: [{ origin: new URL(url).origin, localStorage: kept }] };
  return { ...signedIn, storage, kept };
}
