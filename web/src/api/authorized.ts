import { authExchange } from '@urql/exchange-auth';
import type { Exchange } from '@urql/core';
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
