import { type Exchange, subscriptionExchange } from '@urql/core';
import { setConnection } from './connection';
import type { LiveTransport } from './liveTransport';
import { session } from '../session';
import { backoff, sleep } from '../wait';

interface SubscriptionError {
  extensions?: { code?: string; retryAfter?: number };
}

/** Codes of errors that may be gone in a moment. */
const TRANSIENT = ['SERVICE_UNAVAILABLE', 'RATE_LIMITED', 'INTERNAL_SERVER_ERROR'];

/**
 * Subscriptions over the tab's transport. An error ends a subscription but not the transport. After a transient
 * error the subscription is started again, until it gets a result or is unsubscribed.
 */
export const liveExchange = (): Exchange =>
  subscriptionExchange({
    forwardSubscription: ({ query = '', variables }) => ({
      subscribe(sink) {
        let tries = 0;
        let hasResult = false;
        let hasFailed = false;
        let isEnded = false;
        let end = (): void => {};

        async function start(): Promise<void> {
          const transport = await loadedTransport();
          if (isEnded) return;
          end = transport.subscribe({ query, variables }, { next, error, complete: sink.complete });
        }
        function next(result: object): void {
          tries = 0;
          hasResult = true;
          // urql keeps the previous errors of a result that has none.
          sink.next(hasFailed ? { errors: [], ...result } : result);
          hasFailed = 'errors' in result;
        }
        function error(reason: unknown): void {
          const errors = Array.isArray(reason) ? (reason as SubscriptionError[]) : null;
          const { code, retryAfter } = errors?.[0]?.extensions ?? {};
          if (errors !== null && !TRANSIENT.includes(code ?? '')) return sink.error(reason);
          // A page that has no data yet shows the reason.
          if (errors !== null && !hasResult) {
            sink.next({ errors });
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

type Transport = Pick<LiveTransport, 'subscribe'>;
let transport: Promise<Transport> | undefined;

/**
 * The transport. Retries until its code is loaded: a network that is away at that moment must not disable
 * subscriptions for good.
 */
async function loadedTransport(): Promise<Transport> {
  for (let tries = 0; ; tries += 1) {
    try {
      return await (transport ??= loadTransport());
    } catch {
      transport = undefined;
      setConnection('reconnecting');
      await sleep(backoff(tries));
    }
  }
}

async function loadTransport(): Promise<Transport> {
  const { openLiveTransport } = await import('./liveTransport');
  setConnection('idle');
  return openLiveTransport();
}

// Owners subscribe on nearly every page, so the transport is loaded early. Friends never subscribe and never
// load it.
if (session.isSignedIn.value) void loadedTransport();
