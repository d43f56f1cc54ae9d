import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';

/** One response to a caller that may disconnect at any moment. */
export class StandInReply {
  readonly #response: ServerResponse;
  readonly #gone = new AbortController();

  constructor(response: ServerResponse) {
    this.#response = response;
    response.once('close', () => this.#gone.abort());
  }

  /** Aborted once the connection has ended on either side. */
  get closedSignal(): AbortSignal {
    return this.#gone.signal;
  }

  /** True if the caller disconnected before the answer was complete. */
  get wasAborted(): boolean {
    return this.#gone.signal.aborted && !this.#response.writableFinished;
  }

  /** Sends the status and the headers. */
  begin(status: number, headers: Record<string, string>): void {
    this.#response.writeHead(status, headers);
    this.#response.flushHeaders();
  }

  /**
   * Sends a piece and waits for a slow caller (back-pressure).
   * @throws AbortError if the caller has disconnected
   */
  async write(piece: string): Promise<void> {
    this.closedSignal.throwIfAborted();
    if (!this.#response.write(piece)) await once(this.#response, 'drain', { signal: this.closedSignal });
  }

  end(): void {
    this.#response.end();
  }

  json(status: number, body: unknown, headers: Record<string, string> = {}): void {
    this.#response.writeHead(status, { 'content-type': 'application/json', ...headers });
    this.#response.end(typeof body === 'string' ? body : JSON.stringify(body));
  }

  /** Destroys the connection, as a crash would. */
  destroy(): void {
    this.#response.destroy();
  }

  /** Waits. @throws AbortError if the caller disconnects */
  async pause(milliseconds: number): Promise<void> {
    await wait(milliseconds, undefined, { signal: this.closedSignal });
  }

  /** Resolves when the caller disconnects. */
  async untilClosed(): Promise<void> {
    if (!this.closedSignal.aborted) await once(this.closedSignal, 'abort');
  }

  /** Waits for a promise. @throws AbortError if the caller disconnects first */
  async until(promise: Promise<unknown>): Promise<void> {
    await Promise.race([promise, this.untilClosed()]);
    this.closedSignal.throwIfAborted();
  }
}
