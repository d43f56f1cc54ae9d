import { Client, fetchExchange } from '@urql/core';

/** A client without a session: the server answers it as it answers a stranger. Nothing is cached. */
export const anonymousClient = new Client({
  url: '/graphql',
  preferGetMethod: false,
  exchanges: [fetchExchange],
});
