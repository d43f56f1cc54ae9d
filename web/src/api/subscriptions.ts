import { type Exchange, subscriptionExchange } from '@urql/core';
import type { Client as Socket } from 'graphql-ws';
import { backoff, setConnection, sleep } from './connection';
import { session } from './session';

interface Refused {
  extensions?: { code?: string; retryAfter?: number };
}

/** Codes of errors that may be gone in a moment. */
const TRANSIENT = ['SERVICE_UNAVAILABLE', 'RATE_LIMITED', 'INTERNAL_SERVER_ERROR'];

let socket: Promise<Socket> | undefined;

async function loadSocket(): Promise<Socket> {
  const { openSocket } = await import('./socket');
  setConnection('idle');
  return openSocket();
}

/**
 * Retries until the socket's code is loaded: a network that is away at that moment must not disable
 * subscriptions for good.
 */
async function openedSocket(): Promise<Socket> {
  for (let tries = 0; ; tries += 1) {
    try {
      return await (socket ??= loadSocket());
    } catch {
      socket = undefined;
      setConnection('reconnecting');
      await sleep(backoff(tries));
    }
  }
}
// Owners subscribe on nearly every page, so the socket is loaded early. Friends never subscribe and never
// load it.
if (session.isSignedIn.value) void openedSocket();

/**
 * Subscriptions over the one socket. An error ends a subscription but not the socket. After a transient error
 * the subscription is started again, until it gets a result or is unsubscribed.
 */
export const socketSubscriptionExchange = (): Exchange =>
  subscriptionExchange({
    forwardSubscription: ({ query = '', variables }) => ({
      subscribe(sink) {
        let tries = 0;
        let hasResult = false;
        let hasFailed = false;
        let isEnded = false;
        let end = (): void => {};

        async function start(): Promise<void> {
          const opened = await openedSocket();
          if (isEnded) return;
          end = opened.subscribe({ query, variables }, { next, error, complete: sink.complete });
        }
        function next(result: object): void {
          tries = 0;
          hasResult = true;
          // urql keeps the previous errors of a result that has none.
          sink.next(hasFailed ? { errors: [], ...result } : result);
          hasFailed = 'errors' in result;
        }
        function error(reason: unknown): void {
          const refused = Array.isArray(reason) ? (reason as Refused[]) : null;
          const { code, retryAfter } = refused?.[0]?.extensions ?? {};
          if (refused !== null && !TRANSIENT.includes(code ?? '')) return sink.error(reason);
          // A page that has no data yet shows the reason.
          if (refused !== null && !hasResult) {
            sink.next({ errors: refused });
            hasFailed = true;
          }
          const timer = setTimeout(() => void start(), backoff(tries, retryAfter));
          tries += 1;
          end = () => clearTimeout(timer);
        }

        void start();
        return {
          unsubscribe() {
            isEnded = true;
            end();
          },
        };
      },
    }),
  });
