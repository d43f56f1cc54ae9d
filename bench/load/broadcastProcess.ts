import type { AddressInfo } from 'node:net';
import { WebSocketServer } from 'ws';

/** The peer: sends each socket the same bytes a number of times when told to, and does nothing else. */
const server = new WebSocketServer({ port: 0, host: '127.0.0.1', perMessageDeflate: false });
server.on('listening', () => process.send?.({ port: (server.address() as AddressInfo).port }));
process.on('message', ({ bytes, times }: { bytes: string; times: number }) => {
  for (let n = 0; n < times; n += 1) for (const socket of server.clients) socket.send(bytes);
});
process.on('disconnect', () => process.exit());
