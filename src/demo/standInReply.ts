import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';

/** One answer on its way to a caller who may leave at any moment. */
export class StandInReply {
  readonly #response: ServerResponse;
  readonly #gone = new AbortController();

  constructor(response: ServerResponse) {
    this.#response = response;
    response.once('close', () => this.#gone.abort());
  }

  /** Aborted once the connection is over, whoever ended it. */
  get gone(): AbortSignal {
    return this.#gone.signal;
  }

  /** True when the caller left before the answer was whole. */
  get wasCut(): boolean {
    return this.#gone.signal.aborted && !this.#response.writableFinished;
  }

  /** Starts an answer; headers as given. */
  begin(status: number, headers: Record<string, string>): void {
    this.#response.writeHead(status, headers);
    this.#response.flushHeaders();
  }

  /** Sends a piece and waits while the caller is slower than we are. @throws AbortError when the caller has left */
  async write(piece: string): Promise<void> {
    this.gone.throwIfAborted();
    if (!this.#response.write(piece)) await once(this.#response, 'drain', { signal: this.gone });
  }

  end(): void {
    this.#response.end();
  }

  json(status: number, body: unknown, headers: Record<string, string> = {}): void {
    this.#response.writeHead(status, { 'content-type': 'application/json', ...headers });
    this.#response.end(typeof body === 'string' ? body : JSON.stringify(body));
  }

  /** Ends the connection in the middle, as a crash would. */
  destroy(): void {
    this.#response.destroy();
  }

  /** Waits; resolves early and throws when the caller leaves. */
  async pause(milliseconds: number): Promise<void> {
    await wait(milliseconds, undefined, { signal: this.gone });
  }

  /** Resolves when the caller leaves. */
  async untilGone(): Promise<void> {
    if (!this.gone.aborted) await once(this.gone, 'abort');
  }

  /** Waits for a promise, or throws when the caller leaves first. */
  async until(promise: Promise<unknown>): Promise<void> {
    await Promise.race([promise, this.untilGone()]);
    this.gone.throwIfAborted();
  }
}
