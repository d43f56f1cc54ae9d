import { type Exchange, mapExchange } from '@urql/core';
import { authExchange } from '@urql/exchange-auth';
import { retryExchange } from '@urql/exchange-retry';
import { loadFontsFor } from '../i18n/fonts';
import { session } from './session';

/**
 * Sends the access token with each operation, and refreshes it before it expires or when the server rejects
 * it.
 */
export const sessionAuthExchange = (): Exchange =>
  authExchange(async (auth) => ({
    addAuthToOperation(operation) {
      const token = session.currentToken();
      return token === undefined
        ? operation
        : auth.appendHeaders(operation, { authorization: `Bearer ${token}` });
    },
    willAuthError: () => session.isStale(),
    didAuthError: ({ graphQLErrors }) =>
      session.isSignedIn.value &&
      graphQLErrors.some(({ extensions }) => extensions['code'] === 'UNAUTHENTICATED'),
    async refreshAuth() {
      await session.accessToken(session.currentToken());
    },
  }));

/**
 * Calls back with every string in a JSON value. A piece of a streamed reply holds only a few, so this is
 * cheap.
 */
function forEachText(value: unknown, read: (text: string) => void): void {
  if (typeof value === 'string') read(value);
  else if (typeof value === 'object' && value !== null)
    for (const one of Object.values(value)) forEachText(one, read);
}

/**
 * Loads the fonts of the scripts that occur in the server's answers: names and words may be in another script
 * than the page.
 * @param read called with each text of an answer
 */
export const fontExchange = (read: (text: string) => void = loadFontsFor): Exchange =>
  mapExchange({ onResult: ({ data }) => forEachText(data, read) });

/** The wait that an overloaded server asks for, in milliseconds. */
const WAIT_MS = 2_000;
const LONGEST_MS = 8_000;
const TRIES = 5;

/**
 * Retries queries that an overloaded server turned away, after a random delay. Not mutations: only their
 * caller knows whether they may be sent twice.
 */
export const busyRetryExchange = (): Exchange =>
  retryExchange({
    initialDelayMs: WAIT_MS,
    maxDelayMs: LONGEST_MS,
    maxNumberAttempts: TRIES,
    randomDelay: true,
    retryIf: ({ graphQLErrors }, { kind }) =>
      kind === 'query' &&
      graphQLErrors.some(({ extensions }) => extensions['code'] === 'SERVICE_UNAVAILABLE'),
  });
