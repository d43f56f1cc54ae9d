import { type Client, createClient } from 'graphql-ws';
import { setConnection } from './connection';
import { session } from './session';
import { backoff, sleep } from './wait';

/** The close code for a token that the server rejected (docs/errors.md). */
const FORBIDDEN = 4403;

const untilOnline = (): Promise<unknown> =>
  navigator.onLine
    ? Promise.resolve()
    : new Promise((resolve) => addEventListener('online', resolve, { once: true }));

/**
 * The only socket of this tab. It opens with the first subscription, reconnects by itself, and closes with
 * the last one.
 */
export function openSocket(): Client {
  let rejectedToken: string | undefined;
  return createClient({
    url: `${location.origin.replace(/^http/, 'ws')}/graphql`,
    connectionParams: async () => {
      const token = await session.accessToken(rejectedToken);
      return token === undefined ? {} : { authorization: `Bearer ${token}` };
    },
    keepAlive: 12_000,
    retryAttempts: Number.POSITIVE_INFINITY,
    shouldRetry: () => true,
    retryWait: async (retries) => {
      await sleep(backoff(retries));
      await untilOnline();
    },
    on: {
      connected: () => {
        rejectedToken = undefined;
        setConnection('connected');
      },
      closed: (event) => {
        const { code, wasClean } = event as CloseEvent;
        if (code === FORBIDDEN) rejectedToken = session.currentToken();
        setConnection(wasClean && code === 1000 ? 'idle' : 'reconnecting');
      },
    },
  });
}
