import type { ChatCompletionChunk } from 'openai/resources/chat/completions';
import { describe, expect, it } from 'vitest';
import { startDeadlines } from '../../../src/ai/openai/deadlines.js';
import { readCompletion } from '../../../src/ai/openai/readCompletion.js';
import type { Usage } from '../../../src/ai/ports.js';
import { failureOf } from '../standIn.js';

/** A chunk with these fields in its first choice, whatever OpenAI's types say. */
const chunk = (delta: object | null, finish: unknown = null): ChatCompletionChunk =>
  ({ choices: [{ index: 0, delta, finish_reason: finish }] }) as unknown as ChatCompletionChunk;

async function read(chunks: unknown[], hasEndMarker = false) {
  using deadlines = startDeadlines({ signal: new AbortController().signal, totalMs: 60_000 });
  const got = { text: '', thinking: '' };
  const source = { chunks: chunks as never[], hasEndMarker: () => hasEndMarker };
  const usage: Usage = { model: 'm', inputTokens: null, outputTokens: null };
  await readCompletion(
    source,
    deadlines,
    { maxCharacters: 100 },
    {
      piece: (piece) => (got.text += piece),
      thinking: (piece) => (got.thinking += piece),
    },
    usage,
  );
  return { ...got, usage };
}

describe('a completion', () => {
  it.each(['stop', 'eos', 'STOP', 'end_turn'])('ends with the reason "%s"', async (reason) => {
    expect((await read([chunk({ content: 'Hi.' }, reason)])).text).toBe('Hi.');
  });

  it('ends with the end marker where no reason comes', async () => {
    expect((await read([chunk({ content: 'Hi.' })], true)).text).toBe('Hi.');
    expect((await read([chunk({ content: 'Hi.' }, '')], true)).text).toBe('Hi.');
  });

  it('that says "" for a reason and breaks off has not ended', async () => {
    const failure = await failureOf(read([chunk({ content: 'Hi' }, ''), chunk({ content: ' th' }, '')]));
    expect(failure).toMatchObject({ kind: 'temporary' });
  });

  it.each([
    ['length', 'cut'],
    ['content_filter', 'refused'],
    ['error', 'temporary'],
  ])('that ends with "%s" is %s', async (reason, kind) => {
    expect((await failureOf(read([chunk({ content: 'Hi.' }, reason)], true))).kind).toBe(kind);
  });

  it('has its text in parts at Mistral, and its thinking beside it', async () => {
    const parts = [
      { type: 'thinking', thinking: [{ type: 'text', text: 'Hm.' }] },
      { type: 'text', text: 'Hi.' },
    ];
    expect((await read([chunk({ content: parts }, 'stop')])).text).toBe('Hi.');
    for (const field of ['reasoning', 'reasoning_content'])
      expect(
        await read([chunk({ [field]: 'Hm.', content: '' }), chunk({ content: 'Hi.' }, 'stop')]),
      ).toMatchObject({
        text: 'Hi.',
        thinking: 'Hm.',
      });
  });

  it('may begin with chunks without choices, without a delta, and end with a usage or none', async () => {
    const odd = [{ choices: [] }, {}, chunk(null), chunk({ content: 'Hi.' }, 'stop')];
    expect((await read(odd)).usage).toEqual({ model: 'm', inputTokens: null, outputTokens: null });
    const usage = { choices: [], usage: { prompt_tokens: 3, completion_tokens: 'x' } };
    expect((await read([...odd, usage])).usage).toMatchObject({ inputTokens: 3, outputTokens: null });
  });

  it('is too long when the thinking is, too', async () => {
    const long = 'x'.repeat(60);
    const failure = await failureOf(read([chunk({ reasoning: long }), chunk({ content: long }, 'stop')]));
    expect(failure.message).toMatch(/far too long/);
  });
});
