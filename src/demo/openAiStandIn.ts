import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { answerChat } from './answerChat.js';
import { answerImage } from './answerImage.js';
import { answerModeration } from './answerModeration.js';
import type { Behaviour, StandInPath } from './behaviour.js';
import { openAiError } from './openAiError.js';
import { StandInReply } from './standInReply.js';
import { StandInScript } from './standInScript.js';

/** One call as it arrived; `at` in milliseconds since the epoch. `aborted`: the caller left before the answer was whole. */
export interface StandInCall {
  path: StandInPath;
  model: string;
  at: number;
  body: unknown;
  /** The header as sent, null without one. */
  authorization: string | null;
  aborted: boolean;
}

export interface OpenAiStandIn {
  /** Base address for an OpenAI client, ending in /v1. */
  url: string;
  /** The latest calls, oldest first. */
  calls: StandInCall[];
  /** Scripts what the next calls of a path do. */
  tell(behaviour: Behaviour): void;
  /** Forgets everything told: calls are answered well again. */
  forget(): void;
  [Symbol.asyncDispose](): Promise<void>;
}

const routes: Record<string, StandInPath> = {
  'POST /v1/chat/completions': 'chat',
  'POST /v1/images/generations': 'images',
  'POST /v1/moderations': 'moderations',
  'GET /v1/models': 'models',
};

/** A demo may run for weeks: only so many calls are kept in memory. */
const remembered = 5000;

const models = {
  object: 'list',
  data: [{ id: 'mirai-demo-1', object: 'model', created: 0, owned_by: 're-mirai' }],
};

async function bodyOf(request: IncomingMessage): Promise<Record<string, unknown>> {
  const body: unknown = request.method === 'POST' ? JSON.parse(await text(request)) : {};
  return typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {};
}

async function answer(
  call: StandInCall,
  deed: Behaviour | null,
  reply: StandInReply,
  tokensPerSecond: number,
) {
  if (deed?.do === 'slow') await reply.pause(deed.delayMs);
  if (deed?.do === 'hold') await reply.until(deed.until);
  if (deed?.do === 'fail') {
    const headers: Record<string, string> = {};
    if (deed.retryAfter !== undefined) headers['retry-after'] = String(deed.retryAfter);
    const type = deed.status >= 500 ? 'server_error' : 'invalid_request_error';
    return reply.json(deed.status, openAiError(deed.message ?? 'As told.', deed.code ?? null, type), headers);
  }
  switch (call.path) {
    case 'chat':
      return answerChat(reply, call.body, deed, tokensPerSecond);
    case 'images':
      return answerImage(reply, call.body, deed);
    case 'moderations':
      return answerModeration(reply, call.body, deed);
    case 'models':
      return reply.json(200, models);
  }
}

/**
 * Speaks OpenAI's protocol over real HTTP on 127.0.0.1 and writes and talks from the evidence it is given: the model of a first start, and of the tests.
 * @param options `port` (default: a free one); `tokensPerSecond` of streamed prose (default: no delay); documents are never slowed down
 */
export async function startOpenAiStandIn(
  options: { port?: number; tokensPerSecond?: number } = {},
): Promise<OpenAiStandIn> {
  const script = new StandInScript();
  const calls: StandInCall[] = [];
  const handle = async (request: IncomingMessage, reply: StandInReply): Promise<void> => {
    const path = routes[`${request.method} ${request.url?.split('?')[0]}`];
    if (path === undefined) return reply.json(404, openAiError('There is no such service.', null));
    const body = await bodyOf(request);
    const model = typeof body.model === 'string' ? body.model : '';
    const authorization = request.headers.authorization ?? null;
    const call: StandInCall = { path, model, at: Date.now(), body, authorization, aborted: false };
    calls.push(call);
    if (calls.length > remembered) calls.shift();
    reply.gone.addEventListener('abort', () => (call.aborted = reply.wasCut), { once: true });
    await answer(call, script.next(path), reply, options.tokensPerSecond ?? Infinity);
  };
  const server = createServer((request, response) => {
    const reply = new StandInReply(response);
    handle(request, reply).catch((error: unknown) => {
      // A caller who left needs no answer; anything else is told as a provider tells a bad request.
      if (reply.gone.aborted) return;
      if (response.headersSent) reply.destroy();
      else reply.json(400, openAiError(error instanceof Error ? error.message : 'Bad request.', null));
    });
  });
  server.listen(options.port ?? 0, '127.0.0.1');
  await once(server, 'listening');
  let closing: Promise<unknown> | undefined;
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    calls,
    tell: (behaviour) => script.tell(behaviour),
    forget: () => script.forget(),
    [Symbol.asyncDispose]: async () => {
      closing ??= new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closing;
    },
  };
}
