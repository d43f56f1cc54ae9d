import { Client, cacheExchange, fetchExchange } from '@urql/core';
import { authorized } from './authorized';
import { lettered } from './lettered';
import { patient } from './patient';
import { subscriptions } from './subscriptions';

/** The only client of the API: queries and mutations over HTTP, subscriptions over one socket. */
export const client = new Client({
  url: '/graphql',
  preferGetMethod: false,
  exchanges: [lettered(), cacheExchange, patient(), authorized(), fetchExchange, subscriptions()],
});
