import { afterEach, describe, expect, it } from 'vitest';
import { takeJourney } from '../../bench/providers/journey.js';
import { missesOf } from '../../bench/providers/judge.js';
import { paidCalls } from '../../bench/providers/paidCalls.js';
import { createAi } from '../../src/ai/createAi.js';
import { readConfig } from '../../src/config.js';
import { behaviours } from '../../stand-ins/providers/behaviours.js';
import { type ProviderServer, startProviderServer } from '../../stand-ins/providers/server.js';
import { PATIENCE_MS } from '../testkit/patience.js';
import { useApp } from '../testkit/useApp.js';
import { useOne } from '../testkit/useOne.js';

/** One of each kind, quick ones only. `npm run providers` tries them all. */
const tried = [
  'openai-gpt5-unverified',
  'openai-no-credit',
  'openai-bad-key',
  'openai-refusal',
  'azure-v1',
  'azure-content-filter',
  'lmstudio',
  'ollama-model-not-pulled',
  'vllm-0.8-xgrammar',
  'vllm-gemma2-no-system',
  'think-tags-in-content',
  'think-without-opening-tag',
  'think-in-replies-only',
  'vllm-document-in-reasoning',
  'thinking-uses-up-tokens',
  'magistral-parts',
  'gpt-oss-harmony',
  'groq-json-validate-failed',
  'mistral-stream-options',
  'gemini-no-free-tier',
  'response-format-ignored',
  'json-in-prose',
  'stream-ignored',
  'cut-once',
  'empty-finish-reason',
  'error-in-stream',
];

const providers: ProviderServer = useOne(() => startProviderServer());
const test = useApp();

/** Gives the running product the models of a provider, as if it had been started with them. */
function useProvider(name: string): void {
  const { models } = readConfig({
    OPENAI_BASE_URL: providers.baseUrl(name),
    OPENAI_TEXT_MODEL: 'some-model',
  });
  if (models === null) throw new Error('No model is configured.');
  const { services } = test.app;
  Object.assign(services.ai, createAi(models, { isDemo: false, log: services.log }));
}

afterEach((context) => providers.forget(context.task.name));

describe('a persona and a talk with it, from', () => {
  it.each(tried)('%s', async (name) => {
    useProvider(name);
    const outcome = await takeJourney(test.app, { personaMs: PATIENCE_MS, replyMs: PATIENCE_MS });
    const wanted = behaviours[name]?.wanted ?? 'TEXT';
    expect(missesOf(outcome, paidCalls(providers.callsOf(name)), wanted)).toEqual([]);
  });
});
