import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openAiClient } from '../../src/ai/openai/client.js';
import { OpenAiLanguageModel } from '../../src/ai/openai/languageModel.js';
import { personaPrompt } from '../../src/ai/prompts/persona.js';
import type { ScriptedResponse } from '../../stand-ins/openai/server/behaviour.js';
import { type OpenAiStandIn, startOpenAiStandIn } from '../../stand-ins/openai/server/server.js';
import { until } from '../testkit/until.js';
import { evidence } from './evidence.js';
import { nothingNoted } from './reflections.js';
import { type Clocks, failureOf, type ModelFault, modelsAt, secretKey, silent, writerAt } from './standIn.js';

const pack = evidence({ name: 'Canary-Name', scores: { E: 92, I: 88 } });
let standIn: OpenAiStandIn;
beforeEach(async () => void (standIn = await startOpenAiStandIn()));
afterEach(() => standIn[Symbol.asyncDispose]());

const model = (clocks: Clocks = {}, baseUrl = standIn.url) => {
  const settings = writerAt(baseUrl, clocks);
  return new OpenAiLanguageModel(openAiClient(settings.endpoint, 8 * 1024 * 1024), settings, silent);
};
const write = (clocks?: Clocks, signal = new AbortController().signal) =>
  model(clocks).writeJson({ ...personaPrompt(pack, nothingNoted), signal });

const faults: ModelFault[] = [
  ['a cut connection', { do: 'cut' }, 'temporary', /broke off/],
  ['an early end', { do: 'early-end' }, 'temporary', /before its answer was complete/],
  ['a stalled stream', { do: 'stall' }, 'temporary', /stopped sending/, { idleMs: 1_000 }],
  [
    'a model that never begins',
    { do: 'hold', until: new Promise<void>(() => undefined) },
    'cut',
    /too long/,
    { totalMs: 1_000 },
  ],
  ['a truncated answer', { do: 'truncate' }, 'cut', /cut off at its length/],
  ['a refusal', { do: 'refuse' }, 'refused', /refused to answer/],
  ['a content filter', { do: 'filter' }, 'refused', /refused this content/],
  ['an empty answer', { do: 'empty' }, 'cut', /empty/],
  ['ten megabytes', { do: 'huge' }, 'cut', /far too long/],
  [
    'a wrong key',
    { do: 'fail', status: 401, message: `Incorrect key ${secretKey}` },
    'operator',
    /credentials/,
  ],
  ['a forbidden model', { do: 'fail', status: 403 }, 'operator', /credentials/],
  [
    'an unknown model',
    { do: 'fail', status: 404, code: 'model_not_found' },
    'operator',
    /does not have the configured model/,
  ],
  ['a rate limit', { do: 'fail', status: 429, retryAfter: 7 }, 'temporary', /rate limiting/],
  ['no credit', { do: 'fail', status: 429, code: 'insufficient_quota' }, 'operator', /no credit/],
  [
    'a content policy',
    { do: 'fail', status: 400, code: 'content_policy_violation' },
    'refused',
    /refused this content/,
  ],
  ['a server fault', { do: 'fail', status: 500 }, 'temporary', /temporarily unavailable/],
  ['an overload', { do: 'fail', status: 503 }, 'temporary', /temporarily unavailable/],
];

describe('the language model', () => {
  it('writes a document of the requested shape and reports what it cost', async () => {
    const { value, usage } = await write();
    expect(value.summary.length).toBeGreaterThanOrEqual(3);
    expect(usage.model).toBe('text-1');
    expect(usage.inputTokens).toBeGreaterThan(100);
    expect(usage.outputTokens).toBeGreaterThan(50);
  });

  it.each(faults)(
    'turns %s into one failed call with the right advice',
    async (_, deed, kind, says, clocks) => {
      standIn.script({ path: 'chat', ...deed });
      const failure = await failureOf(write(clocks));
      expect(failure).toMatchObject({ kind, message: expect.stringMatching(says) as string });
      expect(standIn.calls).toHaveLength(1);
      const told = JSON.stringify([failure.message, failure.stack, failure.cause]);
      expect(told).not.toMatch(/sk-canary|127\.0\.0\.1|Canary-Name/);
    },
  );

  it('distinguishes an answer of another shape, which can be repaired, from an incomplete one', async () => {
    const unfit = async (deed: ScriptedResponse): Promise<boolean> => {
      standIn.script({ path: 'chat', times: 2, ...deed });
      return (await failureOf(write())).kind === 'malformed';
    };
    expect([await unfit({ do: 'garbage' }), await unfit({ do: 'wrong-schema' })]).toEqual([true, true]);
    expect([
      await unfit({ do: 'cut' }),
      await unfit({ do: 'truncate' }),
      await unfit({ do: 'refuse' }),
    ]).toEqual([false, false, false]);
  });

  it('gives up on a provider that rejects every way of asking', async () => {
    standIn.script({ path: 'chat', do: 'fail', status: 400, times: Infinity });
    expect(await failureOf(write())).toMatchObject({
      kind: 'operator',
      message: expect.stringContaining('npm run check:provider') as string,
    });
    expect(standIn.calls.length).toBeLessThan(8);
  });

  it('passes on how long the provider asks to wait', async () => {
    standIn.script({ path: 'chat', do: 'fail', status: 429, retryAfter: 7 });
    expect((await failureOf(write())).retryAfter).toBe(7);
  });

  it('calls a provider that is not there unreachable, and the call worth another try', async () => {
    const gone = standIn.url;
    await standIn[Symbol.asyncDispose]();
    const call = model({}, gone).writeJson({
      ...personaPrompt(pack, nothingNoted),
      signal: new AbortController().signal,
    });
    expect(await failureOf(call)).toMatchObject({
      kind: 'temporary',
      message: expect.stringContaining('reached') as string,
    });
  });

  it('hangs up on the provider when the caller stops the call', async () => {
    const stop = new AbortController();
    standIn.script({ path: 'chat', do: 'stall' });
    const call = failureOf(write({}, stop.signal));
    await until('the call arrived', () => standIn.calls.length === 1);
    stop.abort();
    expect((await call).message).toMatch(/was stopped/);
    await until('the provider saw us leave', () => standIn.calls[0]?.aborted === true);
  });

  it('makes no call when it was stopped before', async () => {
    expect((await failureOf(write({}, AbortSignal.abort()))).message).toMatch(/was stopped/);
    expect(standIn.calls).toHaveLength(0);
  });

  it('asks plainer and plainer where a provider refuses the response format, and remembers it', async () => {
    const refusal = {
      path: 'chat',
      do: 'fail',
      status: 400,
      message: 'response_format is not supported',
      times: 3,
    } as const;
    standIn.script(refusal);
    const provider = model();
    const ask = () =>
      provider.writeJson({ ...personaPrompt(pack, nothingNoted), signal: new AbortController().signal });
    expect((await ask()).value.title).not.toBe('');
    await ask();
    const formats = standIn.calls.map(
      ({ body }) => (body as { response_format?: { type: string } }).response_format?.type,
    );
    expect(formats).toEqual(['json_schema', 'json_schema', 'json_object', undefined, undefined]);
  });

  it('writes the schema into the prompt when it asks again, whoever found the document unfit', async () => {
    const prompts = (): string[] => standIn.calls.map(({ body }) => JSON.stringify(body));
    for (const deed of [
      { do: 'fail', status: 400, code: 'json_validate_failed' },
      { do: 'garbage' },
    ] satisfies ScriptedResponse[]) {
      standIn.script({ path: 'chat', ...deed });
      await write();
      expect(prompts().at(-2)).not.toContain('JSON Schema');
      expect(prompts().at(-1)).toContain('JSON Schema');
      expect(prompts().at(-1)).toContain('the answer is not a JSON document');
    }
  });

  it('leaves the cap on its answers out for a prompt that is too long, and for no other', async () => {
    const provider = model();
    const { signal } = new AbortController();
    const ask = () => provider.writeJson({ ...personaPrompt(pack, nothingNoted), signal });
    standIn.script({ path: 'chat', do: 'fail', status: 400, message: 'maximum context length is 2048' });
    await ask();
    await ask();
    const caps = standIn.calls.map(({ body }) => (body as { max_tokens?: number }).max_tokens);
    expect(caps).toEqual([6000, undefined, 6000]);
  });

  it('asks in the strict schema without what strict mode does not know', async () => {
    await write();
    const sent = JSON.stringify((standIn.calls[0]?.body as { response_format: unknown }).response_format);
    expect(sent).toContain('"strict":true');
    expect(sent).toContain('"additionalProperties":false');
    expect(sent).not.toMatch(/maxLength|minLength|\$schema/);
  });

  it('reads a document that a plain model wrapped in a code fence', async () => {
    const { value } = await write();
    standIn.script({ path: 'chat', do: 'say', content: `\`\`\`json\n${JSON.stringify(value)}\n\`\`\`` });
    expect((await write()).value).toEqual(value);
  });

  it('sends no authorization to a provider that needs no key', async () => {
    const keyless = openAiClient(modelsAt(standIn.url, { OPENAI_API_KEY: '' }).text.endpoint, 1_000_000);
    await keyless.models.list();
    expect(standIn.calls).toMatchObject([{ path: 'models', authorization: null }]);
  });
});
