import { get } from 'node:http';
import type { Socket } from 'node:net';
import { Readable } from 'node:stream';

/** Reads over HTTP as `fetch` does, each answer over a connection of its own, and counts what comes over the wire. */
export class WireFetch {
  readonly #sockets = new Set<Socket>();

  /** Bytes of all answers so far, with headers and the frames of HTTP. */
  get received(): number {
    return [...this.#sockets].reduce((sum, { bytesRead }) => sum + bytesRead, 0);
  }

  /** For requests without a body. */
  readonly fetch: typeof fetch = (input, init) =>
    new Promise((resolve, reject) => {
      const { url, headers } = new Request(input, init);
      const options = {
        agent: false,
        headers: Object.fromEntries(headers),
        signal: init?.signal ?? undefined,
      };
      get(url, options, (answer) => {
        this.#sockets.add(answer.socket);
        const body = Readable.toWeb(answer) as ReadableStream<Uint8Array>;
        // Only a cookie would come more than once.
        const known = answer.headers as Record<string, string>;
        resolve(new Response(body, { status: answer.statusCode, headers: known }));
      }).once('error', reject);
    });
}
