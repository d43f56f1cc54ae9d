import { type Exchange, subscriptionExchange } from '@urql/core';
import type { Client as Socket } from 'graphql-ws';
import { backoff, sleep } from './backoff';
import { connectionIs } from './connection';
import { session } from './session';

interface Refused {
  extensions?: { code?: string; retryAfter?: number };
}

/** What a server says that may say otherwise in a moment. */
const PASSING = ['SERVICE_UNAVAILABLE', 'RATE_LIMITED', 'INTERNAL_SERVER_ERROR'];

let socket: Promise<Socket> | undefined;

async function loadSocket(): Promise<Socket> {
  const { openSocket } = await import('./socket');
  connectionIs('idle');
  return openSocket();
}

/** A network that is away when the file is asked for must not keep the app deaf for good. */
async function openedSocket(): Promise<Socket> {
  for (let tries = 0; ; tries += 1) {
    try {
      return await (socket ??= loadSocket());
    } catch {
      socket = undefined;
      connectionIs('reconnecting');
      await sleep(backoff(tries));
    }
  }
}
// Owners subscribe on nearly every page. Friends who answer never do: they never load this.
if (session.isSignedIn.value) void openedSocket();

/** Subscriptions over the one socket. A refusal ends one of them for good, the socket lives on: what may pass is asked for again, until it is heard or nobody listens any more. */
export const subscriptions = (): Exchange =>
  subscriptionExchange({
    forwardSubscription: ({ query = '', variables }) => ({
      subscribe(sink) {
        let tries = 0;
        let isHeard = false;
        let hasFailed = false;
        let isEnded = false;
        let end = (): void => {};

        async function begin(): Promise<void> {
          const opened = await openedSocket();
          if (isEnded) return;
          end = opened.subscribe({ query, variables }, { next, error, complete: sink.complete });
        }
        function next(result: object): void {
          tries = 0;
          isHeard = true;
          // urql keeps the errors of before where there is no word of any.
          sink.next(hasFailed ? { errors: [], ...result } : result);
          hasFailed = 'errors' in result;
        }
        function error(reason: unknown): void {
          const refused = Array.isArray(reason) ? (reason as Refused[]) : null;
          const { code, retryAfter } = refused?.[0]?.extensions ?? {};
          if (refused !== null && !PASSING.includes(code ?? '')) return sink.error(reason);
          // A page that has nothing yet says why.
          if (refused !== null && !isHeard) {
            sink.next({ errors: refused });
            hasFailed = true;
          }
          const timer = setTimeout(() => void begin(), backoff(tries, retryAfter));
          tries += 1;
          end = () => clearTimeout(timer);
        }

        void begin();
        return {
          unsubscribe() {
            isEnded = true;
            end();
          },
        };
      },
    }),
  });
