import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** A wire between the product and PostgreSQL that loses bytes without closing anything. */
export interface LossyWire extends AsyncDisposable {
  /** The database's address, through the wire. */
  url: string;
  /** Open connections stay open and carry nothing any more; new ones work. @returns how many are lost */
  lose(): number;
  /**
   * A connection that sends `first` and then `then` breaks after the server has answered `then`, before the
   * answer arrives. Both are parts of statements.
   * @returns a promise that settles when that has happened
   */
  loseReplyTo(first: string, then: string): Promise<void>;
}

/** @param target address of the database. The wire's address has the same user, password and name */
export async function lossyWire(target: string): Promise<LossyWire> {
  const { hostname, port } = new URL(target);
  const open = new Set<Socket>();
  let working = new Set<Socket>();
  let awaited: { first: string; then: string; done: () => void } | undefined;

  const server = createServer((near) => {
    const far = connect(Number(port), hostname);
    working.add(near);
    for (const socket of [near, far]) {
      open.add(socket);
      socket.on('error', () => socket.destroy()).on('close', () => open.delete(socket));
    }
    let hasSentFirst = false;
    let isReplyLost: (() => void) | undefined;
    near.on('data', (chunk) => {
      if (!working.has(near)) return;
      if (awaited !== undefined && hasSentFirst && chunk.includes(awaited.then)) {
        isReplyLost = awaited.done;
        awaited = undefined;
      }
      hasSentFirst ||= awaited !== undefined && chunk.includes(awaited.first);
      far.write(chunk);
    });
    far.on('data', (chunk) => {
      if (isReplyLost !== undefined) {
        near.resetAndDestroy();
        isReplyLost();
      } else if (working.has(near)) near.write(chunk);
    });
    near.on('close', () => working.has(near) && far.destroy());
    far.on('close', () => working.has(near) && near.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = new URL(target);
  url.hostname = '127.0.0.1';
  url.port = String((server.address() as AddressInfo).port);
  return {
    url: url.href,
    lose() {
      const lost = [...working].filter((near) => open.has(near)).length;
      working = new Set();
      return lost;
    },
    loseReplyTo: (first, then) => new Promise((done) => (awaited = { first, then, done })),
    async [Symbol.asyncDispose]() {
      const closed = once(server, 'close');
      server.close();
      for (const socket of open) socket.destroy();
      await closed;
    },
  };
}
