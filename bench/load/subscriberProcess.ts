import { WebSocket } from 'ws';
import { monotonicMs } from '../figures/monotonicMs.js';
import type { SubscriberOrder, SubscriberReport } from './subscriberMessages.js';

/** Subscribers in a process of their own: they look at the type of a message and count it. */
const QUERY =
  'subscription($surveyId: ID!) { surveyProgressed(surveyId: $surveyId) { id responseCount threshold status } }';

const sockets: WebSocket[] = [];
let received = 0;
let expected = Infinity;
let firstAt = 0;
/** Subscriptions without a first event, by reason. */
let refused: Record<string, number> = {};

const report = (message: SubscriberReport): void => void process.send?.(message);

function count(): void {
  received += 1;
  if (received === 1) firstAt = monotonicMs();
  if (received === expected) {
    expected = Infinity;
    report({ is: 'received', firstAt, lastAt: monotonicMs() });
  }
}

/** Resolves when each of the socket's subscriptions has had its first event or was refused. */
function open(order: SubscriberOrder & { kind: 'connect' }, which: number): Promise<void> {
  const { token, surveyIds } = order.sockets[which] ?? { surveyIds: [] };
  const socket = new WebSocket(order.url, order.raw ? [] : ['graphql-transport-ws']);
  sockets.push(socket);
  let missing = surveyIds.length;
  return new Promise((resolve) => {
    const refuse = (reason: string): void => {
      if (missing > 0) refused[reason] = (refused[reason] ?? 0) + missing;
      missing = 0;
      resolve();
    };
    socket.on('error', ({ message }) => refuse(message));
    socket.on('close', (code) => refuse(`closed with ${code}`));
    socket.on('open', () => {
      if (order.raw) {
        missing = 0;
        return resolve();
      }
      const payload = token === undefined ? {} : { authorization: `Bearer ${token}` };
      socket.send(JSON.stringify({ type: 'connection_init', payload }));
    });
    socket.on('message', (data: Buffer) => {
      // The first bytes say what it is: `{"id":"7","type":"next"` or `{"type":"connection_ack"`.
      const head = data.toString('latin1', 0, 40);
      if (head.includes('"next"')) {
        count();
        if (missing > 0 && (missing -= 1) === 0) resolve();
      } else if (head.includes('connection_ack'))
        surveyIds.forEach((surveyId, index) =>
          socket.send(
            JSON.stringify({
              id: String(index + 1),
              type: 'subscribe',
              payload: { query: QUERY, variables: { surveyId } },
            }),
          ),
        );
      else if (head.includes('"error"')) refuse(String(data).slice(0, 200));
    });
  });
}

async function connect(order: SubscriberOrder & { kind: 'connect' }): Promise<void> {
  const started = monotonicMs();
  refused = {};
  await Promise.all(order.sockets.map((_socket, which) => open(order, which)));
  report({ is: 'connected', ms: monotonicMs() - started, refused });
}

async function disconnect(): Promise<void> {
  const open = sockets.filter(({ readyState }) => readyState !== WebSocket.CLOSED);
  const closed = open.map(
    (socket) => new Promise((resolve) => (socket.on('close', resolve), socket.terminate())),
  );
  await Promise.all(closed);
  sockets.length = 0;
  report({ is: 'disconnected' });
}

process.on('message', (order: SubscriberOrder) => {
  if (order.kind === 'connect') void connect(order);
  else if (order.kind === 'disconnect') void disconnect();
  else {
    received = 0;
    expected = order.messages;
  }
});
process.on('disconnect', () => process.exit());
report({ is: 'ready' });
