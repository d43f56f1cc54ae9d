import { Client, cacheExchange, fetchExchange, subscriptionExchange } from '@urql/core';
import type { Client as Socket } from 'graphql-ws';
import { authorized } from './authorized';
import { connectionIs } from './connection';
import { lettered } from './lettered';
import { patient } from './patient';
import { session } from './session';

/** After which a file that did not come is asked for again. */
const AGAIN_MS = 1_500;

let socket: Promise<Socket> | undefined;

async function loadSocket(): Promise<Socket> {
  const { openSocket } = await import('./socket');
  connectionIs('idle');
  return openSocket();
}

/** A network that is away when the file is asked for must not keep the app deaf for good. */
async function openedSocket(): Promise<Socket> {
  for (;;) {
    try {
      return await (socket ??= loadSocket());
    } catch {
      socket = undefined;
      connectionIs('reconnecting');
      await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
    }
  }
}
// Owners subscribe on nearly every page. Friends who answer never do: they never load this.
if (session.isSignedIn.value) void openedSocket();

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
  exchanges: [lettered(), cacheExchange, patient(), authorized(), fetchExchange, subscriptions],
});
