import { pino } from 'pino';
import { createAi } from '../../src/ai/createAi.js';
import { type Ai, UpstreamError } from '../../src/ai/ports.js';
import { type OpenAiStandIn, startOpenAiStandIn } from '../../stand-ins/openai/server/server.js';

export const silent = pino({ level: 'silent' });
export const secretKey = 'sk-canary-0123456789';

const models = { textModel: 'text-1', imageModel: 'image-1', moderationModel: 'moderation-1' };

/** The real adapters, the real SDK, and a stand-in at the other end of a real connection. */
export async function speakWithStandIn(): Promise<{ standIn: OpenAiStandIn; ai: Ai } & AsyncDisposable> {
  const standIn = await startOpenAiStandIn();
  const openai = { ...models, apiKey: secretKey, baseUrl: standIn.url };
  return {
    standIn,
    ai: createAi({ openai, moderation: 'provider' }, silent),
    [Symbol.asyncDispose]: () => standIn[Symbol.asyncDispose](),
  };
}

/** The UpstreamError that the call ends with. */
export async function failureOf(call: Promise<unknown>): Promise<UpstreamError> {
  const error: unknown = await call.then(
    () => undefined,
    (caught: unknown) => caught,
  );
  if (error instanceof UpstreamError) return error;
  throw new Error('The call did not end with an UpstreamError.', { cause: error });
}
