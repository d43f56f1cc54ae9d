import { createHash } from 'node:crypto';
import type { Behaviour } from './behaviour.js';
import { type ChatRequest, chatRequest } from './chatRequest.js';
import { openAiError } from './openAiError.js';
import type { StandInReply } from './standInReply.js';
import { writeCompletion } from './writeCompletion.js';

interface Completion {
  content: string;
  refusal: string | null;
  finish: string | null;
}

/** What each deed makes of a good answer; the rest of the deeds leave it as it is. */
const spoiled: Partial<Record<Behaviour['do'], (good: string) => Partial<Completion>>> = {
  garbage: () => ({ content: 'Once upon a time {"title": there was no JSON' }),
  'wrong-schema': () => ({ content: '{"poem":"of another shape"}' }),
  empty: () => ({ content: '' }),
  huge: () => ({ content: 'glass '.repeat(1_750_000) }),
  refuse: () => ({ content: '', refusal: 'I cannot help with that.' }),
  filter: (good) => ({ content: halfOf(good), finish: 'content_filter' }),
  truncate: (good) => ({ content: halfOf(good), finish: 'length' }),
  'early-end': (good) => ({ content: halfOf(good), finish: null }),
};

function completionFor(request: ChatRequest, deed: Behaviour | null): Completion {
  const content = deed?.do === 'say' ? deed.content : writeCompletion(request);
  return { content, refusal: null, finish: 'stop', ...(deed ? spoiled[deed.do]?.(content) : {}) };
}

const halfOf = (text: string): string => text.slice(0, Math.ceil(text.length / 2));

/** Roughly as models count: a token is a short word, or a few letters of a long one. Nothing gets lost between them. */
const tokensOf = (text: string): string[] =>
  text.length > 100_000 ? (text.match(/[\s\S]{1,16384}/g) ?? []) : (text.match(/\s*\S{1,6}|\s+/gu) ?? []);

const usageOf = (request: ChatRequest, content: string) => {
  const prompt_tokens = request.messages.reduce(
    (sum, message) => sum + Math.ceil(message.content.length / 4),
    0,
  );
  const completion_tokens = Math.ceil(content.length / 4);
  return { prompt_tokens, completion_tokens, total_tokens: prompt_tokens + completion_tokens };
};

const envelope = (request: ChatRequest, object: string) => ({
  id: `chatcmpl-${createHash('sha256').update(JSON.stringify(request)).digest('hex').slice(0, 24)}`,
  object,
  created: Math.floor(Date.now() / 1000),
  model: request.model,
});

/** The frames of a streamed answer, each with whether it carries text: those are what a speed applies to. */
function framesOf(
  request: ChatRequest,
  { content, refusal, finish }: Completion,
): { data: string; isText: boolean }[] {
  const chunk = (delta: object, finish_reason: string | null = null): string =>
    JSON.stringify({
      ...envelope(request, 'chat.completion.chunk'),
      choices: [{ index: 0, delta, finish_reason }],
    });
  const frames = [{ data: chunk({ role: 'assistant', content: '' }), isText: false }];
  if (refusal !== null) frames.push({ data: chunk({ refusal }), isText: true });
  for (const token of tokensOf(content)) frames.push({ data: chunk({ content: token }), isText: true });
  if (finish === null) return frames;
  frames.push({ data: chunk({}, finish), isText: false });
  if (request.stream_options?.include_usage) {
    const last = {
      ...envelope(request, 'chat.completion.chunk'),
      choices: [],
      usage: usageOf(request, content),
    };
    frames.push({ data: JSON.stringify(last), isText: false });
  }
  return [...frames, { data: '[DONE]', isText: false }];
}

async function stream(
  reply: StandInReply,
  request: ChatRequest,
  deed: Behaviour | null,
  tokensPerSecond: number,
) {
  reply.begin(200, { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-cache' });
  const frames = framesOf(request, completionFor(request, deed));
  const breaksAt = deed?.do === 'stall' || deed?.do === 'cut' ? Math.ceil(frames.length / 2) : Infinity;
  for (const [at, frame] of frames.entries()) {
    if (at >= breaksAt) return deed?.do === 'cut' ? reply.destroy() : reply.untilGone();
    await reply.write(`data: ${frame.data}\n\n`);
    if (frame.isText && Number.isFinite(tokensPerSecond)) await reply.pause(1000 / tokensPerSecond);
  }
  reply.end();
}

async function whole(reply: StandInReply, request: ChatRequest, deed: Behaviour | null) {
  const { content, refusal, finish } = completionFor(request, deed);
  const message = { role: 'assistant', content, refusal };
  const body = JSON.stringify({
    ...envelope(request, 'chat.completion'),
    choices: [{ index: 0, message, finish_reason: finish, logprobs: null }],
    usage: usageOf(request, content),
  });
  if (deed?.do !== 'stall' && deed?.do !== 'cut') return reply.json(200, body);
  reply.begin(200, { 'content-type': 'application/json' });
  await reply.write(halfOf(body));
  return deed.do === 'cut' ? reply.destroy() : reply.untilGone();
}

/** POST /v1/chat/completions, streamed or whole. @param tokensPerSecond speed of a stream, Infinity for as fast as it goes */
export async function answerChat(
  reply: StandInReply,
  body: unknown,
  deed: Behaviour | null,
  tokensPerSecond: number,
): Promise<void> {
  const parsed = chatRequest.safeParse(body);
  if (!parsed.success) return reply.json(400, openAiError('The request is not a chat completion.', null));
  if (parsed.data.stream) return stream(reply, parsed.data, deed, tokensPerSecond);
  return whole(reply, parsed.data, deed);
}
