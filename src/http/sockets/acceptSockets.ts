import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { handleProtocols } from 'graphql-ws';
import { type ServerOptions, type WebSocket, WebSocketServer } from 'ws';
import { createSocketQuota } from '../../limits/createSocketQuota.js';
import type { HttpDependencies } from '../dependencies.js';
import type { Metrics } from '../metrics.js';
import { callerAddress, requestId } from '../request.js';
import type { ServerOrigins } from '../serverOrigins.js';
import type { Subscriptions } from '../subscriptions/createSubscriptions.js';
import { createBackpressureSender } from './backpressureSender.js';
import { closeCodes } from './closeCodes.js';
import { createGraphqlWsServer } from './graphqlWsServer.js';
import { serveSocket } from './serveSocket.js';

const SOCKETS_PER_ADDRESS = 20;
/** Time that a client has to answer a close frame. */
const CLOSE_WITHIN_MS = 3_000;

interface Refused {
  status: string;
  retryAfter?: number;
}

/** Rejects an upgrade with an HTTP response. The socket may be closed already, which is not an error. */
function refuse(socket: Duplex, { status, retryAfter }: Refused): void {
  const wait = retryAfter === undefined ? '' : `Retry-After: ${retryAfter}\r\n`;
  socket.once('finish', () => socket.destroy());
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\n${wait}Content-Length: 0\r\n\r\n`);
}

function createWebSocketServer(): WebSocketServer {
  // The published types do not have closeTimeout yet.
  const options: ServerOptions & { closeTimeout: number } = {
    closeTimeout: CLOSE_WITHIN_MS,
    noServer: true,
    maxPayload: 64 * 1024,
    // Compression costs 300 KB per socket and lets a 64 KiB message expand to much more.
    perMessageDeflate: false,
    // serveSocket answers pings, within the message budget.
    autoPong: false,
    handleProtocols,
  };
  return new WebSocketServer(options);
}

/**
 * Accepts WebSockets at `/graphql`, directly on the HTTP server.
 * @returns on disposal, closes every socket with 1001 and waits until they are closed
 */
export function acceptSockets(
  server: Server,
  dependencies: HttpDependencies,
  origins: ServerOrigins,
  metrics: Metrics,
  subscriptions: Subscriptions,
  isStopping: () => boolean,
): AsyncDisposable {
  const sockets = createWebSocketServer();
  const graphql = createGraphqlWsServer(dependencies, metrics, subscriptions);
  // In the demo, loopback callers are exempt from limits.
  const quota = createSocketQuota(
    SOCKETS_PER_ADDRESS,
    () => dependencies.demo?.access.exemptsLoopback() ?? false,
  );

  function refusal(request: IncomingMessage): Refused | undefined {
    if (request.url?.split('?')[0] !== '/graphql') return { status: '404 Not Found' };
    if (isStopping()) return { status: '503 Service Unavailable', retryAfter: 2 };
    return origins.allows(request.headers.origin) ? undefined : { status: '403 Forbidden' };
  }

  function accept(socket: WebSocket, wire: Duplex, request: IncomingMessage, address: string): void {
    metrics.sockets.inc();
    socket.once('close', () => metrics.sockets.dec());
    const session = {
      socket,
      send: createBackpressureSender(socket, wire),
      address,
      origin: origins.ofLinks(request),
      requestId: requestId(request),
      viewer: null,
      running: new Map<string, string>(),
      opening: new Set<string>(),
    };
    serveSocket(graphql, session, dependencies.log);
  }

  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    // A connection reset before the upgrade must not crash the process.
    socket.on('error', () => socket.destroy());
    const refused = refusal(request);
    if (refused) return refuse(socket, refused);
    const address = callerAddress(request, dependencies.config.proxies);
    const release = quota.take(address);
    if (release === null) return refuse(socket, { status: '429 Too Many Requests', retryAfter: 5 });
    socket.once('close', release);
    sockets.handleUpgrade(request, socket, head, (webSocket) => accept(webSocket, socket, request, address));
  });

  return {
    async [Symbol.asyncDispose]() {
      for (const socket of sockets.clients) socket.close(...closeCodes.goingAway);
      await new Promise<void>((resolve) => sockets.close(() => resolve()));
    },
  };
}
