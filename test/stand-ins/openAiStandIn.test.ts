import OpenAI from 'openai';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkPersonaText } from '../../src/ai/checks/checkPersonaText.js';
import { filterReflections } from '../../src/ai/checks/filterReflections.js';
import { documentRequest } from '../../src/ai/openai/structuredOutput.js';
import type { JsonRequest } from '../../src/ai/ports.js';
import { paraphrasePrompt } from '../../src/ai/prompts/paraphrase.js';
import { personaPrompt, repairPrompt } from '../../src/ai/prompts/persona.js';
import { reflectionsPrompt } from '../../src/ai/prompts/reflections.js';
import { indexAnswers } from '../../src/measurement/openText/answerIndex.js';
import { type OpenAiStandIn, startOpenAiStandIn } from '../../stand-ins/openai/server/server.js';
import { evidence } from '../ai/evidence.js';
import { nothingNoted } from '../ai/reflections.js';
import { until } from '../testkit/until.js';

let standIn: OpenAiStandIn;
let client: OpenAI;
beforeEach(async () => {
  standIn = await startOpenAiStandIn();
  client = new OpenAI({ apiKey: 'none', baseURL: standIn.url, maxRetries: 0 });
});
afterEach(() => standIn[Symbol.asyncDispose]());

const { system, user } = personaPrompt(evidence({ scores: { E: 90 } }), nothingNoted);
const request = {
  model: 'mirai-demo-1',
  messages: [
    { role: 'system' as const, content: system },
    { role: 'user' as const, content: user },
  ],
};

describe('the stand-in for OpenAI', () => {
  it('says the same whole as streamed, and counts tokens when asked', async () => {
    const whole = await client.chat.completions.create(request);
    const stream = await client.chat.completions.create({
      ...request,
      stream: true,
      stream_options: { include_usage: true },
    });
    let text = '';
    const ends: unknown[] = [];
    for await (const chunk of stream) {
      text += chunk.choices[0]?.delta.content ?? '';
      ends.push(chunk.choices[0]?.finish_reason ?? chunk.usage);
    }
    expect(text).toBe(whole.choices[0]?.message.content);
    expect(whole.choices[0]?.finish_reason).toBe('stop');
    expect(ends.at(-2)).toBe('stop');
    expect(ends.at(-1)).toEqual(whole.usage);
  });

  it('answers a schema of its own with a document that fits it', async () => {
    const schema = {
      type: 'object',
      properties: {
        mood: { enum: ['calm', 'bright'] },
        lines: { type: 'array', items: { type: 'string' }, minItems: 2 },
      },
    };
    const answer = await client.chat.completions.create({
      ...request,
      response_format: { type: 'json_schema', json_schema: { name: 'other', schema } },
    });
    expect(JSON.parse(answer.choices[0]?.message.content ?? '')).toEqual({
      mood: 'calm',
      lines: ['Example', 'Example'],
    });
  });

  it('makes small talk, in the language it is spoken to', async () => {
    const say = async (content: string) => {
      const answer = await client.chat.completions.create({
        model: 'm',
        messages: [{ role: 'user', content }],
      });
      return answer.choices[0]?.message.content;
    };
    expect(await say('How are you?')).toMatch(/[a-z]/);
    expect(await say('잘 지내요?')).toMatch(/[\uac00-\ud7a3]/);
    expect(await say('元気ですか')).toMatch(/[\u3040-\u30ff]/);
  });

  it.each(['json_schema', 'json_object', 'words'] as const)(
    'writes notes, blends and repairs to providers’ formats: %s',
    async (format) => {
      const pack = evidence({ quotes: ['A hand is never far.'] });
      const pieces = ['always late', '늘 늦어요', '遅刻'].map((text, id) => ({ id, text }));
      const ask = async <T>(prompt: Pick<JsonRequest<T>, 'system' | 'user' | 'name' | 'schema'>) => {
        const asked = { ...prompt, signal: new AbortController().signal };
        const { system: told, ...shape } = documentRequest(asked, { format, isSpelledOut: false });
        const messages = [
          { role: 'system' as const, content: told },
          { role: 'user' as const, content: prompt.user },
        ];
        const answer = await client.chat.completions.create({ model: 'm', messages, ...shape });
        return prompt.schema.parse(JSON.parse(answer.choices[0]?.message.content ?? ''));
      };
      const notes = await ask(reflectionsPrompt(pack));
      expect(filterReflections(notes, pack)).toEqual(notes);
      expect((await ask(paraphrasePrompt(pack.subject.locale, pieces))).paraphrases[0]?.pieces).toEqual([
        0, 1, 2,
      ]);
      const first = await ask(personaPrompt(pack, notes));
      const repaired = await ask(repairPrompt(pack, notes, first, ['title holds a link']));
      for (const text of [first, repaired])
        expect(checkPersonaText(text, pack, indexAnswers([]))).toEqual([]);
    },
  );

  it('lists its model', async () => {
    expect((await client.models.list()).data.map(({ id }) => id)).toEqual(['mirai-demo-1']);
  });

  it('objects to abuse and to nothing else', async () => {
    const { results } = await client.moderations.create({ input: ['fuck you', 'She is warm.'] });
    expect(results.map(({ flagged }) => flagged)).toEqual([true, false]);
  });

  it('runs scripted behaviours in order, as often as scripted, on their path only', async () => {
    standIn.script({ path: 'chat', do: 'fail', status: 503, times: 2 });
    standIn.script({ path: 'chat', do: 'fail', status: 429 });
    const status = async () =>
      client.chat.completions.create(request).then(
        () => 200,
        (error: unknown) => (error as { status: number }).status,
      );
    expect((await client.moderations.create({ input: 'x' })).results).toHaveLength(1);
    expect([await status(), await status(), await status(), await status()]).toEqual([503, 503, 429, 200]);
    standIn.script({ path: 'chat', do: 'fail', status: 500, times: Infinity });
    expect([await status(), await status()]).toEqual([500, 500]);
    standIn.reset();
    expect(await status()).toBe(200);
  });

  it('holds a call until the test lets it go', async () => {
    const gate = Promise.withResolvers<void>();
    standIn.script({ path: 'chat', do: 'hold', until: gate.promise });
    let answered = false;
    const call = client.chat.completions.create(request).finally(() => (answered = true));
    await until('the call arrived', () => standIn.calls.length === 1);
    await client.models.list();
    expect(answered).toBe(false);
    gate.resolve();
    expect((await call).choices).toHaveLength(1);
  });

  it('answers later when scripted to be slow', async () => {
    standIn.script({ path: 'chat', do: 'slow', delayMs: 5 });
    expect((await client.chat.completions.create(request)).choices).toHaveLength(1);
  });

  it('streams at the speed of a model when given one', async () => {
    await using paced = await startOpenAiStandIn({ tokensPerSecond: 2000 });
    const slower = new OpenAI({ apiKey: 'none', baseURL: paced.url, maxRetries: 0 });
    const stream = await slower.chat.completions.create({ ...request, stream: true });
    let pieces = 0;
    for await (const chunk of stream) pieces += chunk.choices[0]?.delta.content ? 1 : 0;
    expect(pieces).toBeGreaterThan(100);
  });

  it('answers what it does not know as a provider would', async () => {
    const origin = standIn.url.replace('/v1', '');
    expect((await fetch(`${origin}/v1/embeddings`, { method: 'POST' })).status).toBe(404);
    const broken = await fetch(`${standIn.url}/chat/completions`, { method: 'POST', body: '{' });
    expect(broken.status).toBe(400);
    expect(await broken.json()).toMatchObject({ error: { type: 'invalid_request_error' } });
  });

  it('closes with a call still waiting, and closes twice', async () => {
    standIn.script({ path: 'chat', do: 'stall' });
    const call = client.chat.completions.create(request).catch((error: unknown) => error);
    await until('the call arrived', () => standIn.calls.length === 1);
    await standIn[Symbol.asyncDispose]();
    await standIn[Symbol.asyncDispose]();
    expect(await call).toBeInstanceOf(Error);
  });
});
