import { Client, cacheExchange, fetchExchange } from '@urql/core';
import { sessionAuthExchange } from './authorized';
import { fontExchange } from './lettered';
import { busyRetryExchange } from './patient';
import { socketSubscriptionExchange } from './subscriptions';

/** The only client of the API: queries and mutations over HTTP, subscriptions over one socket. */
export const client = new Client({
  url: '/graphql',
  preferGetMethod: false,
  exchanges: [
    fontExchange(),
    cacheExchange,
    busyRetryExchange(),
    sessionAuthExchange(),
    fetchExchange,
    socketSubscriptionExchange(),
  ],
});
