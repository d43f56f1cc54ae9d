import { createHash } from 'node:crypto';
import type { ChatRequest } from './chatRequest.js';

/** An answer before it is encoded in the protocol. */
export interface Completion {
  content: string;
  refusal: string | null;
  finish: string | null;
}

/** Han, kana and Hangul: one or two characters carry as much as a short word. */
const dense = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー`;
const token = new RegExp(String.raw`\s*(?:[${dense}]{1,2}|[^\s${dense}]{1,6})|\s+`, 'gu');

/**
 * Splits roughly as models do: a token is a short word or a few letters of a long one. The tokens joined are
 * the text.
 */
const tokensOf = (text: string): string[] =>
  text.length > 100_000 ? (text.match(/[\s\S]{1,16384}/g) ?? []) : (text.match(token) ?? []);

/** The token usage of an answer, at four characters per token. */
export function usageOf(request: ChatRequest, content: string) {
  const prompt_tokens = request.messages.reduce(
    (sum, message) => sum + Math.ceil(message.content.length / 4),
    0,
  );
  const completion_tokens = Math.ceil(content.length / 4);
  return { prompt_tokens, completion_tokens, total_tokens: prompt_tokens + completion_tokens };
}

/** The fields that every part of an answer starts with. */
export const envelopeOf = (request: ChatRequest, object: string) => ({
  id: `chatcmpl-${createHash('sha256').update(JSON.stringify(request)).digest('hex').slice(0, 24)}`,
  object,
  created: Math.floor(Date.now() / 1000),
  model: request.model,
});

/** The frames of a streamed answer as sent over the wire. `isText` marks the frames that are paced. */
export function completionFrames(
  request: ChatRequest,
  { content, refusal, finish }: Completion,
): { wire: string; isText: boolean }[] {
  const envelope = envelopeOf(request, 'chat.completion.chunk');
  const frame = (data: object, isText: boolean) => ({
    wire: `data: ${JSON.stringify({ ...envelope, ...data })}\n\n`,
    isText,
  });
  const chunk = (delta: object, isText: boolean, finish_reason: string | null = null) =>
    frame({ choices: [{ index: 0, delta, finish_reason }] }, isText);
  const frames = [chunk({ role: 'assistant', content: '' }, false)];
  if (refusal !== null) frames.push(chunk({ refusal }, true));
  for (const token of tokensOf(content)) frames.push(chunk({ content: token }, true));
  if (finish === null) return frames;
  frames.push(chunk({}, false, finish));
  if (request.stream_options?.include_usage)
    frames.push(frame({ choices: [], usage: usageOf(request, content) }, false));
  return [...frames, { wire: 'data: [DONE]\n\n', isText: false }];
}
