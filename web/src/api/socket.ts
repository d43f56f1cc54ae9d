import { type Client, createClient } from 'graphql-ws';
import { backoff, setConnection, sleep } from './connection';
import { session } from './session';

/** The close code for a token that the server rejected (docs/errors.md). */
const FORBIDDEN = 4403;

const isOnline = (): Promise<unknown> =>
  navigator.onLine
    ? Promise.resolve()
    : new Promise((resolve) => addEventListener('online', resolve, { once: true }));

/**
 * The only socket of this tab. It opens with the first subscription, reconnects by itself, and closes with
 * the last one.
 */
export function openSocket(): Client {
  let refused: string | undefined;
  return createClient({
    url: `${location.origin.replace(/^http/, 'ws')}/graphql`,
    connectionParams: async () => {
      const token = await session.accessToken(refused);
      return token === undefined ? {} : { authorization: `Bearer ${token}` };
    },
    keepAlive: 12_000,
    retryAttempts: Number.POSITIVE_INFINITY,
    shouldRetry: () => true,
    retryWait: async (retries) => {
      await sleep(backoff(retries));
      await isOnline();
    },
    on: {
      connected: () => {
        refused = undefined;
        setConnection('connected');
      },
      closed: (event) => {
        const { code, wasClean } = event as CloseEvent;
        if (code === FORBIDDEN) refused = session.currentToken();
        setConnection(wasClean && code === 1000 ? 'idle' : 'reconnecting');
      },
    },
  });
}
