import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { PacedModelAnswer, PacedModelOrder } from './pacedModelMessages.js';
import { PacedReplies } from './pacedReplies.js';
import { requestIn } from './replyRequest.js';

/** The child process of pacedModel.ts. It exits with its parent. */
const replies = new PacedReplies();
const approved = JSON.stringify({
  id: 'modr-paced',
  model: 'paced',
  results: [{ flagged: false, categories: {} }],
});

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const parts: Buffer[] = [];
  for await (const part of request as AsyncIterable<Buffer>) parts.push(part);
  if (request.url === '/v1/moderations') {
    response.writeHead(200, { 'content-type': 'application/json' }).end(approved);
    return;
  }
  const asked = requestIn(Buffer.concat(parts).toString());
  if (asked === null) response.writeHead(400, { 'content-type': 'application/json' }).end('{}');
  else replies.begin(asked, response);
}

function execute(order: PacedModelOrder): PacedModelAnswer {
  switch (order.do) {
    case 'pace':
      replies.pace = order.pace;
      return { is: 'done' };
    case 'go':
      replies.go(order.spreadMs);
      return { is: 'done' };
    case 'count':
      return { is: 'count', open: replies.open };
    case 'take':
      return { is: 'taken', emissions: replies.take() };
  }
}

const send = (message: PacedModelAnswer): void => void process.send?.(message);

const server = createServer((request, response) => {
  // The caller may disconnect before the request is complete.
  answer(request, response).catch((error: unknown) => response.destroy(error as Error));
});
process.on('message', (order: PacedModelOrder) => send(execute(order)));
process.once('disconnect', () => process.exit(0));
server.listen(0, '127.0.0.1', () => send({ is: 'port', port: (server.address() as AddressInfo).port }));
