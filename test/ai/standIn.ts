import { pino } from 'pino';
import { createAi } from '../../src/ai/createAi.js';
import { type Ai, UpstreamError, type UpstreamErrorKind } from '../../src/ai/ports.js';
import { readConfig } from '../../src/config.js';
import type { ModelSettings, WriterSettings } from '../../src/modelSettings.js';
import type { ScriptedResponse } from '../../stand-ins/openai/server/behaviour.js';
import { type OpenAiStandIn, startOpenAiStandIn } from '../../stand-ins/openai/server/server.js';

export const silent = pino({ level: 'silent' });
export const secretKey = 'sk-canary-0123456789';

/** The settings of a provider at this address, with the secret key, as the product reads them. */
export function modelsAt(baseUrl: string, env: NodeJS.ProcessEnv = {}): ModelSettings {
  const { models } = readConfig({
    OPENAI_BASE_URL: baseUrl,
    OPENAI_API_KEY: secretKey,
    TEXT_MODEL: 'text-1',
    IMAGE_MODEL: 'image-1',
    MODERATION_MODEL: 'moderation-1',
    ...env,
  });
  if (models === null) throw new Error('No model is configured.');
  return models;
}

export type Clocks = Partial<Pick<WriterSettings, 'firstMs' | 'idleMs' | 'totalMs'>>;

/** What a provider does wrong, and the error that the call ends with. */
export type ModelFault = [
  what: string,
  deed: ScriptedResponse,
  kind: UpstreamErrorKind,
  says: RegExp,
  clocks?: Clocks,
];

/** The settings of one writing model at this address. */
export const writerAt = (baseUrl: string, settings: Partial<WriterSettings> = {}): WriterSettings => ({
  ...modelsAt(baseUrl).text,
  ...settings,
});

/** The real adapters, the real SDK, and a stand-in at the other end of a real connection. */
export async function speakWithStandIn(): Promise<{ standIn: OpenAiStandIn; ai: Ai } & AsyncDisposable> {
  const standIn = await startOpenAiStandIn();
  return {
    standIn,
    ai: createAi(modelsAt(standIn.url), { isDemo: false, log: silent }),
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
