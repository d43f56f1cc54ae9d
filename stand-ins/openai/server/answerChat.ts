import type { Behaviour } from './behaviour.js';
import { type ChatRequest, chatRequest, openAiError } from './chatRequest.js';
import { type Completion, completionFrames, envelopeOf, usageOf } from './completionFrames.js';
import type { StandInReply } from './standInReply.js';
import { writeCompletion } from './writeCompletion.js';

/** How each behaviour changes a good answer. Behaviours that are not listed leave it unchanged. */
const faults: Partial<Record<Behaviour['do'], (good: string) => Partial<Completion>>> = {
  garbage: () => ({ content: 'Once upon a time {"title": there was no JSON' }),
  'wrong-schema': () => ({ content: '{"poem":"of another shape"}' }),
  empty: () => ({ content: '' }),
  huge: () => ({ content: 'glass '.repeat(1_750_000) }),
  refuse: () => ({ content: '', refusal: 'I cannot help with that.' }),
  filter: (good) => ({ content: halfOf(good), finish: 'content_filter' }),
  truncate: (good) => ({ content: halfOf(good), finish: 'length' }),
  'early-end': (good) => ({ content: halfOf(good), finish: null }),
};

function completionFor(request: ChatRequest, scripted: Behaviour | null): Completion {
  const good = scripted?.do === 'say' ? scripted.content : writeCompletion(request, scripted);
  const content = scripted?.do === 'rewrite' ? scripted.answer(request, good) : good;
  return { content, refusal: null, finish: 'stop', ...(scripted ? faults[scripted.do]?.(content) : {}) };
}

const halfOf = (text: string): string => text.slice(0, Math.ceil(text.length / 2));

/**
 * Streams an answer. Only prose is paced: a document is read by a program, which gains nothing from a delay.
 * Due times count from the start, so a slow machine catches up. At a speed beyond the timer's resolution,
 * several frames are sent in one tick.
 */
async function stream(
  reply: StandInReply,
  request: ChatRequest,
  scripted: Behaviour | null,
  tokensPerSecond: number,
) {
  reply.begin(200, { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-cache' });
  const frames = completionFrames(request, completionFor(request, scripted));
  const breaksAt =
    scripted?.do === 'stall' || scripted?.do === 'cut' ? Math.ceil(frames.length / 2) : Infinity;
  const spacing = request.response_format ? 0 : 1000 / tokensPerSecond;
  let due = performance.now();
  for (const [at, { wire, isText }] of frames.entries()) {
    if (at >= breaksAt) return scripted?.do === 'cut' ? reply.destroy() : reply.untilClosed();
    await reply.write(wire);
    if (isText) due += spacing;
    const ahead = due - performance.now();
    if (isText && ahead >= 1) await reply.pause(ahead);
  }
  reply.end();
}

async function whole(reply: StandInReply, request: ChatRequest, scripted: Behaviour | null) {
  const { content, refusal, finish } = completionFor(request, scripted);
  const message = { role: 'assistant', content, refusal };
  const body = JSON.stringify({
    ...envelopeOf(request, 'chat.completion'),
    choices: [{ index: 0, message, finish_reason: finish, logprobs: null }],
    usage: usageOf(request, content),
  });
  if (scripted?.do !== 'stall' && scripted?.do !== 'cut') return reply.json(200, body);
  reply.begin(200, { 'content-type': 'application/json' });
  await reply.write(halfOf(body));
  return scripted.do === 'cut' ? reply.destroy() : reply.untilClosed();
}

/**
 * POST /v1/chat/completions, streamed or whole.
 * @param tokensPerSecond speed of streamed prose; Infinity for no delay
 */
export async function answerChat(
  reply: StandInReply,
  body: unknown,
  scripted: Behaviour | null,
  tokensPerSecond: number,
): Promise<void> {
  const parsed = chatRequest.safeParse(body);
  if (!parsed.success) return reply.json(400, openAiError('The request is not a chat completion.', null));
  if (parsed.data.stream) return stream(reply, parsed.data, scripted, tokensPerSecond);
  return whole(reply, parsed.data, scripted);
}
