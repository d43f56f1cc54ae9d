import type { BrowserContextOptions } from 'playwright-core';
import { type SignedIn, signIn } from '../../client/signIn.js';
import { GiveConsentDocument } from '../../operations/generated/graphql.js';

/** A person who is signed in and has consented. Browser contexts opened with `storage` are signed in. */
export interface SignedInStorage extends SignedIn {
  storage: NonNullable<BrowserContextOptions['storageState']>;
  /** The app's entries in localStorage. */
  entries: { name: string; value: string }[];
}

/** An adult in any country. */
const BORN_IN = '1996-04';

/**
 * Signs a person in and gives consent over the API, without the pages.
 * @param bornIn YYYY-MM; null for a person who has not given a month of birth or consent
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
  const entries = [{ name: 'mirai.session', value: session }];
  const storage = { cookies: [], origins: [{ origin: new URL(url).origin, localStorage: entries }] };
  return { ...signedIn, storage, entries };
}
