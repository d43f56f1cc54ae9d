import { setTimeout as wait } from 'node:timers/promises';
import { hasCode } from '../../src/sqlErrors.js';

const LOOK_EVERY_MS = 200;

/** A client of several servers, which goes from one to the next as a load balancer does. */
export interface Balancer extends AsyncDisposable {
  /** Sends a request to the next ready server, or to another one if that one refuses the connection. */
  send<T>(request: (url: string) => Promise<T>): Promise<T>;
  /** What a person would have seen. A refused connection is none: the request was not sent. */
  errors: string[];
}

/** Asks each server repeatedly whether it is ready. */
export function startBalancer(urls: string[]): Balancer {
  const errors: string[] = [];
  const ready = new Set(urls);
  const over = new AbortController();
  const watching = urls.map(async (url) => {
    while (!over.signal.aborted) {
      const isReady = await fetch(`${url}/readyz`).then(
        ({ ok }) => ok,
        () => false,
      );
      ready[isReady ? 'add' : 'delete'](url);
      await wait(LOOK_EVERY_MS);
    }
  });
  let sent = 0;
  return {
    errors,
    async send(request) {
      for (;;) {
        const url = [...ready][(sent += 1) % Math.max(1, ready.size)];
        if (url === undefined) {
          await wait(LOOK_EVERY_MS);
          continue;
        }
        try {
          return await request(url);
        } catch (error) {
          if (error instanceof TypeError && hasCode(error.cause, 'ECONNREFUSED')) {
            ready.delete(url);
            continue;
          }
          errors.push(error instanceof Error ? `${error.message} ${String(error.cause)}` : String(error));
          throw error;
        }
      }
    },
    async [Symbol.asyncDispose]() {
      over.abort();
      await Promise.all(watching);
    },
  };
}
