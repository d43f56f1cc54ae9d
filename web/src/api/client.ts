import { cacheExchange, Client, fetchExchange } from '@urql/core';
import { busyRetryExchange, sessionAuthExchange } from './exchanges';
import { liveExchange } from './live/subscriptions';
import { seenResultsExchange } from './seenResults';

/** The client of the app's API: queries and mutations over HTTP, subscriptions over a live transport. */
export const client = new Client({
  url: '/graphql',
  preferGetMethod: false,
  exchanges: [
    cacheExchange,
    seenResultsExchange(),
    busyRetryExchange(),
    sessionAuthExchange(),
    fetchExchange,
    liveExchange(),
  ],
});

/** A client without a session: the server answers it as it answers a stranger. Nothing is cached. */
export const anonymousClient = new Client({
  url: '/graphql',
  preferGetMethod: false,
  exchanges: [fetchExchange],
});
