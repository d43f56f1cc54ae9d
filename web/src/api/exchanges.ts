import type { Exchange } from '@urql/core';
import { authExchange } from '@urql/exchange-auth';
import { retryExchange } from '@urql/exchange-retry';
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

/** As long as an overloaded server asks to wait. */
const FIRST_WAIT_MS = 2_000;
const LONGEST_WAIT_MS = 8_000;
const MAX_ATTEMPTS = 5;

/**
 * Retries queries that an overloaded server turned away, after a random delay. Not mutations: only their
 * caller knows whether they may be sent twice.
 */
export const busyRetryExchange = (): Exchange =>
  retryExchange({
    initialDelayMs: FIRST_WAIT_MS,
    maxDelayMs: LONGEST_WAIT_MS,
    maxNumberAttempts: MAX_ATTEMPTS,
    randomDelay: true,
    retryIf: ({ graphQLErrors }, { kind }) =>
      kind === 'query' &&
      graphQLErrors.some(({ extensions }) => extensions['code'] === 'SERVICE_UNAVAILABLE'),
  });
