import { setTimeout as wait } from 'node:timers/promises';
import type { Exchange } from './behaviour.js';
import { estimateTokens, tokensOf } from './tokens.js';

type Chunk = Record<string, unknown>;

/** A stream that has begun. */
export interface StreamInProgress {
  /** Writes one event. */
  write: (event: unknown) => void;
  /** Writes a comment, which clients ignore. */
  comment: (text: string) => void;
  /** Writes a chunk of the completion. */
  chunk: (delta: Chunk | null, finishReason?: string | null) => void;
  /** Breaks the connection off in the middle of the answer. */
  cut: () => void;
  /** Ends the answer in the middle, as if it were complete. */
  end: () => void;
}

/** In what a stream differs from that of OpenAI. */
export interface StreamOptions {
  /** Fields of every chunk. */
  head?: Chunk;
  hasLogprobs?: boolean;
  /** Every chunk carries `usage: null`, as at OpenAI if usage was requested. */
  hasUsageNull?: boolean;
  hasRefusalNull?: boolean;
  hasUsage?: boolean;
  /** Thinking in a field of its own, before the answer. */
  reasoning?: { text: string; field: string; content?: string };
  tokensPerSecond?: number;
  /** The answer ends after so many tokens, with "length". */
  maxTokens?: number;
  /** Undefined: stop. Null: none. */
  finishReason?: string | null;
  /** What the chunks before the last one carry. */
  openFinishReason?: string | null;
  hasEndMarker?: boolean;
  /** The content of a chunk, if it is no plain text. */
  contentOf?: (token: string) => unknown;
  /** Runs before the first byte of the answer. */
  pause?: () => Promise<unknown>;
  /** The model refuses in these words, which come instead of content. */
  refusal?: string;
  before?: (stream: StreamInProgress) => void;
  afterRole?: (stream: StreamInProgress) => void;
  /** Runs once, after the third token. */
  afterThird?: (stream: StreamInProgress) => void;
}

const completionId = (): string => `chatcmpl-${Math.random().toString(36).slice(2, 14)}`;
const seconds = (): number => Math.floor(Date.now() / 1000);

/** Answers with a JSON body. */
export function answerJson(
  { response }: Pick<Exchange, 'response'>,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(JSON.stringify(body));
}

/** Answers with plain text. */
export function answerText({ response }: Exchange, status: number, text: string): void {
  response.writeHead(status, { 'content-type': 'text/plain' });
  response.end(text);
}

/** Streams `content` as OpenAI does, with the differences told in the options. */
async function streamCompletion(
  { response, body }: Exchange,
  content: string,
  options: StreamOptions = {},
): Promise<void> {
  response.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-cache',
  });
  response.flushHeaders();
  const head = {
    id: completionId(),
    object: 'chat.completion.chunk',
    created: seconds(),
    model: body.model,
    ...options.head,
  };
  const open = options.openFinishReason ?? null;
  const stream: StreamInProgress = {
    write: (event) => void response.write(`data: ${JSON.stringify(event)}\n\n`),
    comment: (text) => void response.write(`: ${text}\n\n`),
    chunk: (delta, finishReason = open) => {
      const logprobs = options.hasLogprobs === false ? {} : { logprobs: null };
      const choice = { index: 0, delta, ...logprobs, finish_reason: finishReason };
      stream.write({ ...head, choices: [choice], ...(options.hasUsageNull ? { usage: null } : {}) });
    },
    cut: () => void response.destroy(),
    end: () => void response.end(),
  };
  const rest = async (): Promise<void> => {
    if (options.tokensPerSecond !== undefined) await wait(1000 / options.tokensPerSecond);
  };

  await options.pause?.();
  options.before?.(stream);
  stream.chunk({ role: 'assistant', content: '', ...(options.hasRefusalNull ? { refusal: null } : {}) });
  if (options.refusal !== undefined) stream.chunk({ refusal: options.refusal });
  options.afterRole?.(stream);
  for (const token of tokensOf(options.reasoning?.text ?? '')) {
    stream.chunk({ [options.reasoning?.field ?? '']: token, content: options.reasoning?.content });
    await rest();
    if (response.destroyed) return;
  }
  let sent = 0;
  for (const token of tokensOf(content)) {
    if (sent === options.maxTokens) break;
    stream.chunk({ content: options.contentOf?.(token) ?? token });
    sent += 1;
    await rest();
    if (sent === 3) options.afterThird?.(stream);
    if (response.destroyed || response.writableEnded) return;
  }
  const isCutOff = options.maxTokens !== undefined && sent >= options.maxTokens;
  const finishReason = options.finishReason === undefined ? 'stop' : options.finishReason;
  if (finishReason !== null) stream.chunk({}, isCutOff ? 'length' : finishReason);
  if (body.stream_options?.include_usage && options.hasUsage !== false)
    stream.write({ ...head, choices: [], usage: usageOf(body, sent) });
  if (options.hasEndMarker !== false) response.write('data: [DONE]\n\n');
  response.end();
}

function usageOf(body: Exchange['body'], completionTokens: number) {
  const promptTokens = estimateTokens(JSON.stringify(body.messages));
  return {
    prompt_tokens: promptTokens,
    completion_tokens: completionTokens,
    total_tokens: promptTokens + completionTokens,
  };
}

/** Answers with the whole completion at once. */
export async function answerWhole(
  exchange: Exchange,
  content: string,
  options: StreamOptions = {},
): Promise<void> {
  const { body } = exchange;
  const { reasoning, contentOf, maxTokens } = options;
  await options.pause?.();
  const tokens = tokensOf(content);
  const isCutOff = maxTokens !== undefined && tokens.length > maxTokens;
  const text = isCutOff ? tokens.slice(0, maxTokens).join('') : content;
  answerJson(exchange, 200, {
    id: completionId(),
    object: 'chat.completion',
    created: seconds(),
    model: body.model,
    choices: [
      {
        index: 0,
        message: {
          role: 'assistant',
          content: contentOf?.(text) ?? text,
          refusal: options.refusal ?? null,
          ...(reasoning === undefined ? {} : { [reasoning.field]: reasoning.text }),
        },
        finish_reason: isCutOff ? 'length' : (options.finishReason ?? 'stop'),
        logprobs: null,
      },
    ],
    ...(options.hasUsage === false
      ? {}
      : { usage: usageOf(body, Math.min(tokens.length, maxTokens ?? Infinity)) }),
  });
}

/** Answers with a completion, as a stream if the request asks for one. */
export const answerCompletion = (
  exchange: Exchange,
  content: string,
  options: StreamOptions = {},
): Promise<void> =>
  exchange.body.stream
    ? streamCompletion(exchange, content, options)
    : answerWhole(exchange, content, options);
