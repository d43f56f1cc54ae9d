import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

/** A wire between the product and a service, which the test can cut. */
export interface TcpProxy extends AsyncDisposable {
  /** The service's address, through the wire. */
  url: string;
  /** Every connection breaks and new ones are refused. */
  cut(): Promise<void>;
  /** New connections get through again. */
  mend(): Promise<void>;
}

/** @param target address of the real service. The proxy's address has the same user, password and path */
export async function tcpProxy(target: string): Promise<TcpProxy> {
  const { hostname, port } = new URL(target);
  const open = new Set<Socket>();
  const keep = (socket: Socket): Socket => {
    open.add(socket);
    // Breaking is the purpose of the wire. Each end notices it when its socket closes.
    return socket.on('error', () => socket.destroy()).on('close', () => open.delete(socket));
  };
  const listen = async (at: number): Promise<Server> => {
    const server = createServer((near) => {
      const far = keep(connect(Number(port), hostname));
      keep(near).pipe(far).pipe(near);
      near.on('close', () => far.destroy());
      far.on('close', () => near.destroy());
    });
    server.listen(at, '127.0.0.1');
    await once(server, 'listening');
    return server;
  };
  let server = await listen(0);
  const at = (server.address() as AddressInfo).port;
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
    [Symbol.asyncDispose]: cut,
  };
}
