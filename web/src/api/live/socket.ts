import { createClient, GRAPHQL_TRANSPORT_WS_PROTOCOL } from 'graphql-ws';
import { setConnection } from './connection';
import type { LiveTransport } from './liveTransport';
import { session } from '../session';
import { backoff, sleep } from '../wait';

/** The close code for a token that the server rejected (docs/errors.md). */
const FORBIDDEN = 4403;
/** The close code of a browser whose connection could not be opened, or broke. */
const ABNORMAL = 1006;
/** A socket that is not open by then is regarded as blocked. */
const OPEN_WITHIN_MS = 3_000;
const PING_MS = 12_000;
/** A connection on which no answer to a ping arrives is dead, though the browser does not see it. */
const PONG_WITHIN_MS = 5_000;

const address = (): string => `${location.origin.replace(/^http/, 'ws')}/graphql`;

const untilOnline = (): Promise<unknown> =>
  navigator.onLine
    ? Promise.resolve()
    : new Promise((resolve) => addEventListener('online', resolve, { once: true }));

/**
 * The only socket of this tab. It opens with the first subscription, reconnects by itself, and closes with
 * the last one.
 * @param onTrouble called when it does not open twice in a row, or stays silent
 */
export function openSocket(onTrouble: () => void): LiveTransport {
  let rejectedToken: string | undefined;
  let failedOpenings = 0;
  let isOpening = false;
  let isLeft = false;
  let opening: ReturnType<typeof setTimeout> | undefined;
  let pong: ReturnType<typeof setTimeout> | undefined;
  const client = createClient({
    url: address(),
    connectionParams: async () => {
      const token = await session.accessToken(rejectedToken);
      return token === undefined ? {} : { authorization: `Bearer ${token}` };
    },
    connectionAckWaitTimeout: OPEN_WITHIN_MS,
    keepAlive: PING_MS,
    retryAttempts: Number.POSITIVE_INFINITY,
    shouldRetry: () => true,
    retryWait: async (retries) => {
      await sleep(backoff(retries));
      await untilOnline();
    },
    on: {
      connecting: () => {
        if (isLeft) return;
        isOpening = true;
        opening = setTimeout(onTrouble, OPEN_WITHIN_MS);
      },
      connected: () => {
        if (isLeft) return;
        isOpening = false;
        failedOpenings = 0;
        clearTimeout(opening);
        rejectedToken = undefined;
        setConnection('connected');
      },
      ping: (isReceived) => {
        if (!isReceived) pong = setTimeout(() => client.terminate(), PONG_WITHIN_MS);
      },
      pong: () => clearTimeout(pong),
      closed: (event) => {
        clearTimeout(opening);
        clearTimeout(pong);
        // Another transport is in use.
        if (isLeft) return;
        const { code, wasClean } = event as CloseEvent;
        if (code === FORBIDDEN) rejectedToken = session.currentToken();
        failedOpenings = isOpening && code === ABNORMAL ? failedOpenings + 1 : 0;
        setConnection(wasClean && code === 1000 ? 'idle' : 'reconnecting');
        if (failedOpenings > 1) onTrouble();
      },
    },
  });
  return {
    subscribe: (payload, sink) => client.subscribe(payload, sink),
    dispose() {
      isLeft = true;
      clearTimeout(opening);
      clearTimeout(pong);
      // A socket that is still opening rejects with its failure, which is known already.
      Promise.resolve(client.dispose()).catch(() => undefined);
    },
  };
}

/** Whether the network lets a WebSocket through: opens one and waits for the first answer of the server. */
export const canOpenSocket = (): Promise<boolean> =>
  new Promise((resolve) => {
    if (typeof WebSocket === 'undefined') return resolve(false);
    const probe = new WebSocket(address(), GRAPHQL_TRANSPORT_WS_PROTOCOL);
    const timer = setTimeout(() => settle(false), OPEN_WITHIN_MS);
    function settle(isOpen: boolean): void {
      clearTimeout(timer);
      probe.close();
      resolve(isOpen);
    }
    probe.onopen = () => probe.send('{"type":"connection_init"}');
    probe.onmessage = () => settle(true);
    probe.onclose = () => settle(false);
  });
