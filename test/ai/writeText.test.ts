import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openAiClient } from '../../src/ai/openai/client.js';
import { OpenAiLanguageModel } from '../../src/ai/openai/languageModel.js';
import type { ChatTurn } from '../../src/ai/ports.js';
import { type OpenAiStandIn, startOpenAiStandIn } from '../../stand-ins/openai/server/server.js';
import { until } from '../testkit/until.js';
import { type Clocks, failureOf, type ModelFault, secretKey, silent, writerAt } from './standIn.js';

let standIn: OpenAiStandIn;
beforeEach(async () => void (standIn = await startOpenAiStandIn()));
afterEach(() => standIn[Symbol.asyncDispose]());

const messages: ChatTurn[] = [{ role: 'user', content: 'Canary-Question: how are you?' }];
interface Options {
  clocks?: Clocks;
  signal?: AbortSignal;
  mayBeEmpty?: boolean;
  onPiece?: (piece: string) => void;
}
/** Has a reply written and gathers its pieces. */
async function readAll(options: Options = {}) {
  const { clocks, signal = new AbortController().signal, mayBeEmpty } = options;
  const pieces: string[] = [];
  const { onPiece = (piece) => void pieces.push(piece) } = options;
  // The model is known not to think aloud, so its words are passed on at once.
  const settings = writerAt(standIn.url, { ...clocks, thinksAloud: false });
  const client = openAiClient(settings.endpoint, 8 * 1024 * 1024);
  const model = new OpenAiLanguageModel(client, settings, silent);
  return { pieces, usage: await model.writeText({ messages, signal, mayBeEmpty, onPiece }) };
}

const never = new Promise<void>(() => undefined);
const faults: ModelFault[] = [
  ['a cut connection', { do: 'cut' }, 'temporary', /broke off/],
  ['an early end', { do: 'early-end' }, 'temporary', /before its answer was complete/],
  ['a stalled stream', { do: 'stall' }, 'temporary', /stopped sending/, { idleMs: 1_000 }],
  ['a model that never begins', { do: 'hold', until: never }, 'cut', /too long/, { totalMs: 1_000 }],
  ['a truncated answer', { do: 'truncate' }, 'cut', /cut off at its length/],
  ['a refusal', { do: 'refuse' }, 'refused', /refused to answer/],
  ['a content filter', { do: 'filter' }, 'refused', /refused this content/],
  ['an empty answer', { do: 'empty' }, 'cut', /empty/],
  ['a model in a loop', { do: 'say', content: 'glass '.repeat(22_000) }, 'cut', /far too long/],
  [
    'a wrong key',
    { do: 'fail', status: 401, message: `Incorrect key ${secretKey}` },
    'operator',
    /credentials/,
  ],
  ['a rate limit', { do: 'fail', status: 429, retryAfter: 7 }, 'temporary', /rate limiting/],
  ['a server fault', { do: 'fail', status: 500 }, 'temporary', /temporarily unavailable/],
];

describe('a reply of the language model', () => {
  it('arrives in pieces that make up the whole text, and reports what it cost', async () => {
    standIn.script({ path: 'chat', do: 'say', content: 'I am here, and I 😀 listen.\n\nTell me more.' });
    const { pieces, usage } = await readAll();
    expect(pieces.join('')).toBe('I am here, and I 😀 listen.\n\nTell me more.');
    expect(pieces.length).toBeGreaterThan(5);
    expect(usage).toMatchObject({ model: 'text-1', outputTokens: expect.any(Number) as number });
  });

  it('is requested unchanged, streamed, without a response format', async () => {
    await readAll();
    expect(standIn.calls[0]?.body).toEqual({
      model: 'text-1',
      messages,
      max_tokens: 6000,
      stream: true,
      stream_options: { include_usage: true },
    });
  });

  it.each(faults)('ends by an error with the right advice after %s', async (_, deed, kind, says, clocks) => {
    standIn.script({ path: 'chat', ...deed });
    const failure = await failureOf(readAll({ clocks }));
    expect(failure).toMatchObject({ kind, message: expect.stringMatching(says) as string });
    expect(standIn.calls).toHaveLength(1);
    expect(JSON.stringify([failure.message, failure.stack, failure.cause])).not.toMatch(/canary/i);
  });

  it('leaves with the caller what had arrived before it broke off', async () => {
    standIn.script({ path: 'chat', do: 'truncate' });
    const pieces: string[] = [];
    await failureOf(readAll({ onPiece: (piece) => pieces.push(piece) }));
    expect(pieces.length).toBeGreaterThan(0);
  });

  it('may be empty where there may be nothing left to say', async () => {
    standIn.script({ path: 'chat', do: 'say', content: '' });
    expect((await readAll({ mayBeEmpty: true })).pieces).toEqual([]);
  });

  it('aborts the request when the reader of the pieces fails', async () => {
    standIn.script({ path: 'chat', do: 'stall' });
    const onPiece = (): never => {
      throw new Error('no room');
    };
    await expect(readAll({ onPiece })).rejects.toThrow('no room');
    await until('the provider saw us leave', () => standIn.calls[0]?.aborted === true);
  });

  it('ends by an error when the caller stops it, in the middle of a piece that stalls', async () => {
    const stop = new AbortController();
    standIn.script({ path: 'chat', do: 'stall' });
    const call = failureOf(readAll({ signal: stop.signal }));
    await until('the call arrived', () => standIn.calls.length === 1);
    stop.abort();
    expect((await call).message).toMatch(/was stopped/);
    await until('the provider saw us leave', () => standIn.calls[0]?.aborted === true);
  });

  it('never counts as whole once the caller has stopped it, though all of it had arrived', async () => {
    const stop = new AbortController();
    const failure = await failureOf(readAll({ signal: stop.signal, onPiece: () => stop.abort() }));
    expect(failure.message).toMatch(/was stopped/);
  });

  it('asks nothing when it was stopped before', async () => {
    expect((await failureOf(readAll({ signal: AbortSignal.abort() }))).message).toMatch(/was stopped/);
    expect(standIn.calls).toHaveLength(0);
  });
});
