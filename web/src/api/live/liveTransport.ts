import { tabStorage } from '../../device/storage';
import { openEventStreams } from './eventStreams';
import { failedChunks } from '../failedChunks';
import { canOpenSocket, openSocket } from './socket';

/** What a transport tells about one subscription. `error` ends it, and so does `complete`. */
export interface LiveSink {
  next(result: object): void;
  error(reason: unknown): void;
  complete(): void;
}

/** A way to follow subscriptions. `subscribe` returns a function that ends the subscription. */
export interface LiveTransport {
  subscribe(payload: { query: string; variables?: Record<string, unknown> }, sink: LiveSink): () => void;
  dispose(): void;
}

/** Until when this tab uses event streams, in milliseconds since 1970. */
const KEY = 'mirai.streamsUntil';
/** After this time a WebSocket is tried again: the device may be in another network by then. */
const STREAMS_FOR_MS = 10 * 60_000;

/**
 * Subscriptions over a WebSocket, or over event streams where the network lets no WebSocket through. Running
 * subscriptions move when the transport changes: each then begins with the current state again.
 */
export function openLiveTransport(): Pick<LiveTransport, 'subscribe'> {
  const running = new Set<{ start(): void }>();
  let isChecking = false;
  const usesStreams = typeof WebSocket === 'undefined' || streamsUntil() > Date.now();
  let current = usesStreams ? openStreams() : openSocket(checkSocket);

  function moveTo(next: LiveTransport): void {
    const previous = current;
    current = next;
    for (const one of running) one.start();
    previous.dispose();
  }
  function openStreams(): LiveTransport {
    setTimeout(() => void retrySocket(), Math.max(streamsUntil() - Date.now(), 0));
    return openEventStreams();
  }
  function checkSocket(): void {
    if (isChecking) return;
    isChecking = true;
    void isSocketBlocked().then((isBlocked) => {
      isChecking = false;
      if (!isBlocked) return;
      rememberStreams();
      moveTo(openStreams());
    });
  }
  async function retrySocket(): Promise<void> {
    if (await canOpenSocket()) {
      tabStorage.remove(KEY);
      return moveTo(openSocket(checkSocket));
    }
    rememberStreams();
    setTimeout(() => void retrySocket(), STREAMS_FOR_MS);
  }

  return {
    subscribe(payload, sink) {
      let end = (): void => {};
      let turn = 0;
      const one = {
        start(): void {
          const mine = (turn += 1);
          end();
          // A transport that is left may still report the end of its subscriptions.
          const report = (tell: () => void): void => void (mine === turn && tell());
          const finish = (tell: () => void): void =>
            report(() => {
              running.delete(one);
              tell();
            });
          end = current.subscribe(payload, {
            next: (result) => report(() => sink.next(result)),
            error: (reason) => finish(() => sink.error(reason)),
            complete: () => finish(() => sink.complete()),
          });
        },
      };
      running.add(one);
      one.start();
      return () => {
        running.delete(one);
        turn += 1;
        end();
      };
    },
  };
}

/** A server that cannot be reached at all says nothing about WebSockets. */
const isSocketBlocked = async (): Promise<boolean> =>
  (await failedChunks.isServerReachable()) && !(await canOpenSocket());

const streamsUntil = (): number => Number(tabStorage.get(KEY) ?? 0);
const rememberStreams = (): void => void tabStorage.set(KEY, String(Date.now() + STREAMS_FOR_MS));
