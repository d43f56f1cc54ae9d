import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { openAiClient } from '../../../src/ai/openai/client.js';
import { OpenAiLanguageModel } from '../../../src/ai/openai/languageModel.js';
import { negotiationFor } from '../../../src/ai/openai/negotiation.js';
import type { WriterSettings } from '../../../src/modelSettings.js';
import { type OpenAiStandIn, startOpenAiStandIn } from '../../../stand-ins/openai/server/server.js';
import { until } from '../../testkit/until.js';
import { silent, writerAt } from '../standIn.js';

let standIn: OpenAiStandIn;
beforeEach(async () => void (standIn = await startOpenAiStandIn()));
afterEach(() => standIn[Symbol.asyncDispose]());

/** A model at the stand-in, with the settings of another address if one is given. */
function modelAt(settings: Partial<WriterSettings> = {}) {
  const client = openAiClient(writerAt(standIn.url).endpoint, 8 * 1024 * 1024);
  const known = writerAt(standIn.url, settings);
  const negotiation = negotiationFor(known);
  const model = new OpenAiLanguageModel(client, known, silent, negotiation);
  /** @param content undefined: as the stand-in is scripted */
  const reply = async (content?: string): Promise<string[]> => {
    if (content !== undefined) standIn.script({ path: 'chat', do: 'say', content });
    const pieces: string[] = [];
    const messages = [{ role: 'user' as const, content: 'Hello.' }];
    const { signal } = new AbortController();
    await model.writeText({ messages, signal, onPiece: (piece) => pieces.push(piece) });
    return pieces;
  };
  const document = async (content: string) => {
    standIn.script({ path: 'chat', do: 'say', content });
    const { signal } = new AbortController();
    const schema = z.object({ text: z.string() });
    return (await model.writeJson({ system: 'Write.', user: '', name: 'note', schema, signal })).value;
  };
  return { negotiation, reply, document };
}

const stray = 'Okay, so they say hello.</think>Hello to you, and to all.';

describe('whether a model thinks without an opening marker', () => {
  it('is learned from the first reply behind a foreign server, and holds back the next ones', async () => {
    const { reply, negotiation } = modelAt();
    expect(await reply(stray)).toEqual(['Hello to you, and to all.']);
    expect(negotiation.thinksAloud).toBe(true);
    expect(await reply('A reply of several words, as a whole.')).toHaveLength(1);
  });

  it.each<[who: string, settings: Partial<WriterSettings>]>([
    ['OpenAI', { endpoint: { headers: {}, query: {}, body: {} } }],
    [
      'Azure',
      { endpoint: { baseUrl: 'https://x.openai.azure.com/openai/v1', headers: {}, query: {}, body: {} } },
    ],
    ['a model of which the operator says that it does not', { thinksAloud: false }],
  ])('is not learned from %s: a person may have asked for the marker', async (_who, settings) => {
    const { reply, document, negotiation } = modelAt(settings);
    const before = negotiation.thinksAloud;
    expect((await reply(stray)).join('')).toBe(stray);
    expect(await document('Hm.</think>{"text":"x"}')).toEqual({ text: 'x' });
    expect(negotiation.thinksAloud).toBe(before);
    expect((await reply('A reply of several words, in pieces.')).length).toBeGreaterThan(1);
  });

  it('is not forgotten by a reply that began before another one showed it', async () => {
    const { reply, document, negotiation } = modelAt();
    let answer = (): void => undefined;
    standIn.script({ path: 'chat', do: 'hold', until: new Promise<void>((done) => (answer = done)) });
    const early = reply();
    await until('the first call arrived', () => standIn.calls.length === 1);
    await document('Hm.</think>{"text":"x"}');
    answer();
    await early;
    expect(negotiation.thinksAloud).toBe(true);
  });

  it('is not concluded from a document that mentions a marker', async () => {
    const { document, negotiation } = modelAt();
    for (const text of ['They say </think> a lot.', '<think>', '[/THINK] <answer>'])
      expect(await document(JSON.stringify({ text }))).toEqual({ text });
    expect(negotiation.thinksAloud).toBeNull();
  });
});
