import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { Transform } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';

/** How bytes travel in both directions. `cut-after` breaks each connection after this many bytes. */
export type WireMode =
  | { kind: 'pass' }
  | { kind: 'late'; ms: number }
  | { kind: 'slow'; bytesPerSecond: number }
  /** Half-open: everything stays connected, new connections are accepted, and no byte arrives. */
  | { kind: 'black-hole' }
  | { kind: 'cut-after'; bytes: number };

/** One connection through the wire. */
export interface WireConnection {
  /** Breaks it on both ends. The bytes that are on their way are lost. */
  reset(): void;
  isOpen(): boolean;
}

/** Sees each chunk before it is passed on. `out`: from the product to the service. */
export type WireTap = (connection: WireConnection, direction: 'out' | 'back', chunk: Buffer) => void;

/** A wire between the product and a service, which the test can cut. */
export interface TcpProxy extends AsyncDisposable {
  /** The service's address, through the wire. */
  url: string;
  /** Every connection breaks and new ones are refused. */
  cut(): Promise<void>;
  /** New connections get through again. */
  mend(): Promise<void>;
  /** Every connection breaks; new ones get through. @returns how many broke */
  reset(): number;
  /** Changes how bytes travel, on open connections as well. */
  set(mode: WireMode): void;
  /** New connections go to this port: the service was started again elsewhere. */
  retarget(port: number): void;
}

/** @param target address of the real service. The proxy's address has the same user, password and path */
export async function tcpProxy(target: string, tap?: WireTap): Promise<TcpProxy> {
  const { hostname, port } = new URL(target);
  let farPort = Number(port);
  const open = new Set<Socket>();
  const connections = new Set<WireConnection>();
  let mode: WireMode = { kind: 'pass' };
  let changed = Promise.withResolvers<void>();

  const keep = (socket: Socket): Socket => {
    open.add(socket);
    // Breaking is the purpose of the wire. Each end notices it when its socket closes.
    return socket.on('error', () => socket.destroy()).on('close', () => open.delete(socket));
  };
  /** Resolves when so many bytes may pass. */
  const hold = async (bytes: number): Promise<void> => {
    while (mode.kind === 'black-hole') await changed.promise;
    if (mode.kind === 'late') await wait(mode.ms);
    if (mode.kind === 'slow') await wait((bytes / mode.bytesPerSecond) * 1000);
  };
  const join = (near: Socket): void => {
    const far = keep(connect(farPort, hostname));
    let passed = 0;
    const connection: WireConnection = {
      reset() {
        for (const socket of [near, far]) if (!socket.destroyed) socket.resetAndDestroy();
      },
      isOpen: () => !near.destroyed && !far.destroyed,
    };
    connections.add(connection);
    const carry = (direction: 'out' | 'back'): Transform =>
      new Transform({
        transform(chunk: Buffer, _encoding, done) {
          passed += chunk.length;
          tap?.(connection, direction, chunk);
          if (mode.kind === 'cut-after' && passed > mode.bytes) connection.reset();
          if (mode.kind === 'pass') done(null, chunk);
          else void hold(chunk.length).then(() => done(null, chunk));
        },
        flush: (done) => void hold(0).then(() => done()),
      });
    keep(near).pipe(carry('out')).pipe(far).pipe(carry('back')).pipe(near);
    // In a black hole, one end does not learn that the other is gone.
    near.on('close', () => void hold(0).then(() => far.destroy()));
    far.on('close', () => {
      connections.delete(connection);
      void hold(0).then(() => near.destroy());
    });
  };
  const listen = async (at: number): Promise<Server> => {
    const listening = createServer(join);
    listening.listen(at, '127.0.0.1');
    await once(listening, 'listening');
    return listening;
  };
  let server = await listen(0);
  const at = (server.address() as AddressInfo).port;
  const set = (next: WireMode): void => {
    mode = next;
    changed.resolve();
    changed = Promise.withResolvers();
  };
  const cut = async (): Promise<void> => {
    const closed = server.listening ? once(server, 'close') : undefined;
    server.close();
    for (const socket of open) socket.destroy();
    await closed;
  };
  const url = new URL(target);
  url.hostname = '127.0.0.1';
  url.port = String(at);
  return {
    url: url.href,
    cut,
    async mend() {
      server = await listen(at);
    },
    reset() {
      const broken = [...connections];
      for (const connection of broken) connection.reset();
      return broken.length;
    },
    set,
    retarget: (next) => (farPort = next),
    async [Symbol.asyncDispose]() {
      set({ kind: 'pass' });
      await cut();
    },
  };
}
