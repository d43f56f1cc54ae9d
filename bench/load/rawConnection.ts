import { connect, type Socket } from 'node:net';

/** A response as far as a load test reads it. */
export interface RawResponse {
  status: number;
  /** In seconds; NaN if there is no such header. */
  retryAfter: number;
  body: string;
}

/** Called once for each request; null if the connection ended before the whole response had arrived. */
type OnResponse = (response: RawResponse | null) => void;

/** One HTTP connection that stays open and carries one request at a time, at a fraction of the cost of fetch. */
export class RawConnection {
  readonly #socket: Socket;
  #received = '';
  #onResponse: OnResponse | null = null;
  #isEnded = false;

  /** Each callback is called once: when the connection is open, and when it has ended. */
  constructor(port: number, { onOpen, onEnd }: { onOpen: () => void; onEnd: () => void }) {
    this.#socket = connect({ port, host: '127.0.0.1', noDelay: true }, onOpen);
    this.#socket.setEncoding('latin1');
    this.#socket.on('data', (chunk: string) => this.#receive(chunk));
    // 'close' follows.
    this.#socket.on('error', () => undefined);
    this.#socket.once('close', () => {
      this.#isEnded = true;
      this.#finish(null);
      onEnd();
    });
  }

  get isEnded(): boolean {
    return this.#isEnded;
  }

  send(request: Buffer, onResponse: OnResponse): void {
    this.#onResponse = onResponse;
    if (this.#isEnded) this.#finish(null);
    else this.#socket.write(request);
  }

  close(): void {
    this.#socket.destroy();
  }

  #receive(chunk: string): void {
    this.#received += chunk;
    const head = this.#received.indexOf('\r\n\r\n');
    if (head === -1) return;
    const headers = this.#received.slice(0, head);
    const end = head + 4 + Number(/content-length: *(\d+)/i.exec(headers)?.[1] ?? 0);
    if (this.#received.length < end) return;
    const body = this.#received.slice(head + 4, end);
    this.#received = this.#received.slice(end);
    const retryAfter = Number(/retry-after: *(\d+)/i.exec(headers)?.[1] ?? Number.NaN);
    this.#finish({ status: Number(headers.slice(9, 12)), retryAfter, body });
  }

  #finish(response: RawResponse | null): void {
    const onResponse = this.#onResponse;
    this.#onResponse = null;
    onResponse?.(response);
  }
}
