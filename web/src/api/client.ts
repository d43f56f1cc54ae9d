import { cacheExchange, Client, fetchExchange } from '@urql/core';
import { busyRetryExchange, sessionAuthExchange } from './exchanges';
import { liveExchange } from './live/subscriptions';

/** The only client of the API: queries and mutations over HTTP, subscriptions over a live transport. */
export const client = new Client({
  url: '/graphql',
  preferGetMethod: false,
  exchanges: [cacheExchange, busyRetryExchange(), sessionAuthExchange(), fetchExchange, liveExchange()],
});
