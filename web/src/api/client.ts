import { Client, cacheExchange, fetchExchange, subscriptionExchange } from '@urql/core';
import type { Client as Socket } from 'graphql-ws';
import { authorized } from './authorized';
import { lettered } from './lettered';

let socket: Promise<Socket> | undefined;
// Friends who answer never subscribe: they never load this.
const openedSocket = (): Promise<Socket> =>
  (socket ??= import('./socket').then(({ openSocket }) => openSocket()));

const subscriptions = subscriptionExchange({
  forwardSubscription: ({ query, variables }) => ({
    subscribe(sink) {
      let end: (() => void) | undefined;
      let isEnded = false;
      void openedSocket().then((opened) => {
        if (!isEnded) end = opened.subscribe({ query: query ?? '', variables }, sink as never);
      }, sink.error);
      return {
        unsubscribe() {
          isEnded = true;
          end?.();
        },
      };
    },
  }),
});

/** The only way to the server: queries and mutations over HTTP, subscriptions over one socket. */
export const client = new Client({
  url: '/graphql',
  preferGetMethod: false,
  exchanges: [lettered(), cacheExchange, authorized(), fetchExchange, subscriptions],
});
