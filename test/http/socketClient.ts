import { once } from 'node:events';
import { WebSocket, type ClientOptions } from 'ws';
import { until } from '../testkit/until.js';

export interface Frame {
  type: string;
  id?: string;
  payload?: unknown;
}

/** A socket that speaks graphql-transport-ws frame by frame, as no well-behaved client would. */
export function socketClient(
  url: string,
  options: Omit<ClientOptions, 'headers'> & { headers?: Record<string, string | string[]> } = {},
  protocols = ['graphql-transport-ws'],
) {
  // The published type does not allow a header twice.
  const socket = new WebSocket(url, protocols, options as ClientOptions);
  const frames: Frame[] = [];
  const closed = new Promise<number>((resolve) => socket.once('close', resolve));
  const failed = new Promise<Error>((resolve) => socket.once('error', resolve));
  socket.on('message', (data: Buffer) => frames.push(JSON.parse(String(data)) as Frame));
  let seen = 0;
  const say = (frame: object | string): void =>
    socket.send(typeof frame === 'string' ? frame : JSON.stringify(frame));
  return {
    socket,
    frames,
    /** Close code, once closed by either side. */
    closed,
    failed,
    say,
    /** The next frame not yet looked at. */
    async next(): Promise<Frame> {
      const frame = await until('a frame', () => frames[seen]);
      seen += 1;
      return frame;
    },
    /** Opens and introduces itself. */
    async init(payload?: object): Promise<void> {
      await once(socket, 'open');
      say({ type: 'connection_init', payload });
      await until('an acknowledgement', () => frames.some((frame) => frame.type === 'connection_ack'));
      seen = frames.findIndex((frame) => frame.type === 'connection_ack') + 1;
    },
    subscribe: (id: string, query: string, variables?: object): void =>
      say({ id, type: 'subscribe', payload: { query, variables } }),
    async [Symbol.asyncDispose](): Promise<void> {
      socket.terminate();
      if (socket.readyState !== WebSocket.CLOSED) await closed;
    },
  };
}
