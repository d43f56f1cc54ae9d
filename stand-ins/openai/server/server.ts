import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { renderPicture } from '../pictures/glassPicture.js';
import { answerChat } from './answerChat.js';
import { answerImage, type Draw } from './answerImage.js';
import { answerModeration } from './answerModeration.js';
import type { Behaviour, StandInPath } from './behaviour.js';
import { openAiError } from './chatRequest.js';
import { StandInReply } from './standInReply.js';

/** The scripted behaviours of the next calls, in order. */
class StandInScript {
  #entries: { behaviour: Behaviour; left: number }[] = [];

  add(behaviour: Behaviour): void {
    this.#entries.push({ behaviour, left: behaviour.times ?? 1 });
  }

  /** Clears the script. */
  clear(): void {
    this.#entries = [];
  }

  next(path: StandInPath): Behaviour | null {
    const entry = this.#entries.find(({ behaviour, left }) => behaviour.path === path && left > 0);
    if (entry === undefined) return null;
    entry.left -= 1;
    return entry.behaviour;
  }
}

/**
 * One received call. `at`: milliseconds since the epoch. `aborted`: the caller disconnected before the answer
 * was complete.
 */
export interface StandInCall {
  path: StandInPath;
  model: string;
  at: number;
  body: unknown;
  /** The header as sent, or null. */
  authorization: string | null;
  aborted: boolean;
}

export interface OpenAiStandIn {
  /** Base URL for an OpenAI client, ending in /v1. */
  url: string;
  /** The latest calls, oldest first. */
  calls: StandInCall[];
  /** Scripts the behaviour of the next calls of a path. */
  script(behaviour: Behaviour): void;
  /** Clears the script: calls are answered normally again. */
  reset(): void;
  [Symbol.asyncDispose](): Promise<void>;
}

const routes: Record<string, StandInPath> = {
  'POST /v1/chat/completions': 'chat',
  'POST /v1/images/generations': 'images',
  'POST /v1/moderations': 'moderations',
  'GET /v1/models': 'models',
};

/** A demo may run for weeks, so only the latest calls are kept in memory. */
const MAX_CALLS = 5000;

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
  scripted: Behaviour | null,
  reply: StandInReply,
  { tokensPerSecond, draw }: { tokensPerSecond: number; draw: Draw },
) {
  if (scripted?.do === 'slow') await reply.pause(scripted.delayMs);
  if (scripted?.do === 'hold') await reply.until(scripted.until);
  if (scripted?.do === 'fail') {
    const headers: Record<string, string> = {};
    if (scripted.retryAfter !== undefined) headers['retry-after'] = String(scripted.retryAfter);
    const type = scripted.status >= 500 ? 'server_error' : 'invalid_request_error';
    return reply.json(
      scripted.status,
      openAiError(scripted.message ?? 'Scripted failure.', scripted.code ?? null, type),
      headers,
    );
  }
  switch (call.path) {
    case 'chat':
      return answerChat(reply, call.body, scripted, tokensPerSecond);
    case 'images':
      return answerImage(reply, call.body, scripted, draw);
    case 'moderations':
      return answerModeration(reply, call.body, scripted);
    case 'models':
      return reply.json(200, models);
  }
}

/**
 * Speaks OpenAI's protocol over real HTTP on 127.0.0.1 and writes texts and replies from the evidence in the
 * prompt. It is the model of the demo and of the tests.
 * @param options `port` (default: a free one); `tokensPerSecond` of streamed prose (default: no delay);
 *   documents are never slowed down;
 *   `draw` (default: a stained-glass picture), which tests replace by a smaller picture to save time
 */
export async function startOpenAiStandIn(
  options: { port?: number; tokensPerSecond?: number; draw?: Draw } = {},
): Promise<OpenAiStandIn> {
  const script = new StandInScript();
  const calls: StandInCall[] = [];
  const handle = async (request: IncomingMessage, reply: StandInReply): Promise<void> => {
    const path = routes[`${request.method} ${request.url?.split('?')[0]}`];
    if (path === undefined) return reply.json(404, openAiError('Unknown route.', null));
    const body = await bodyOf(request);
    const model = typeof body.model === 'string' ? body.model : '';
    const authorization = request.headers.authorization ?? null;
    const call: StandInCall = { path, model, at: Date.now(), body, authorization, aborted: false };
    calls.push(call);
    if (calls.length > MAX_CALLS) calls.shift();
    reply.closedSignal.addEventListener('abort', () => (call.aborted = reply.wasAborted), { once: true });
    await answer(call, script.next(path), reply, {
      tokensPerSecond: options.tokensPerSecond ?? Infinity,
      draw: options.draw ?? renderPicture,
    });
  };
  const server = createServer((request, response) => {
    const reply = new StandInReply(response);
    handle(request, reply).catch((error: unknown) => {
      // A caller that disconnected needs no answer. Any other error is returned as a provider's bad request.
      if (reply.closedSignal.aborted) return;
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
    script: (behaviour) => script.add(behaviour),
    reset: () => script.clear(),
    [Symbol.asyncDispose]: async () => {
      closing ??= new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closing;
    },
  };
}
