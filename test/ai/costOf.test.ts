import { describe, expect, it } from 'vitest';
import { costOf } from '../../src/ai/costOf.js';
import { parsePrices } from '../../src/ai/prices.js';

const usage = (
  model: string,
  inputTokens: number | null = 1_000_000,
  outputTokens: number | null = 500_000,
) => ({
  model,
  inputTokens,
  outputTokens,
});

describe('what a model call cost', () => {
  it('follows the list prices for a million tokens read and written', () => {
    expect(costOf(usage('gpt-4.1'))).toBeCloseTo(6, 10);
    expect(costOf(usage('gpt-4.1-mini'))).toBeCloseTo(1.2, 10);
    expect(costOf(usage('gpt-4.1-nano'))).toBeCloseTo(0.3, 10);
    expect(costOf(usage('gpt-4o'))).toBeCloseTo(7.5, 10);
    expect(costOf(usage('gpt-4o-mini', 2000, 100))).toBeCloseTo(0.00036, 12);
  });

  it('is the same for a dated snapshot of a model', () => {
    expect(costOf(usage('gpt-4.1-mini-2025-04-14'))).toBe(costOf(usage('gpt-4.1-mini')));
  });

  it('is found behind the prefix of a vendor, with and without a date', () => {
    for (const model of ['openai/gpt-4.1-mini', 'openrouter/openai/gpt-4.1-mini-2025-04-14'])
      expect(costOf(usage(model))).toBe(costOf(usage('gpt-4.1-mini')));
  });

  it('follows the prices of the settings first', () => {
    const own = { 'gpt-4.1': { input: 1, output: 1 }, 'acme/llama3.3': { input: 0, output: 0 } };
    expect(costOf(usage('openai/gpt-4.1'), own)).toBeCloseTo(1.5, 10);
    expect(costOf(usage('acme/llama3.3', null, null), own)).toBe(0);
    expect(costOf(usage('llama3.3'), own)).toBeNull();
    expect(costOf(usage('gpt-4o'), own)).toBe(costOf(usage('gpt-4o')));
  });

  it('of a picture counts its image tokens', () => {
    expect(costOf(usage('gpt-image-2.6-flare', 100, 1056))).toBeCloseTo(0.03218, 10);
  });

  it('is unknown, not nothing, for other models and uncounted tokens', () => {
    for (const model of ['llama3.3', 'gpt-4.1-mini-tuned', 'ft:gpt-4o:acme', 'constructor', ''])
      expect(costOf(usage(model))).toBeNull();
    expect(costOf(usage('gpt-4o', null))).toBeNull();
    expect(costOf(usage('gpt-4o', 10, null))).toBeNull();
  });

  it('is nothing for the stand-in', () => {
    expect(costOf(usage('mirai-demo-1'))).toBe(0);
    expect(costOf(usage('mirai-demo-1', null, null))).toBe(0);
  });
});

it('the prices of the settings are JSON with two amounts a model, or nothing', () => {
  expect(parsePrices('{"a/b":{"input":0.1,"output":2}}')).toEqual({ 'a/b': { input: 0.1, output: 2 } });
  for (const json of ['', '[]', '{"a":1}', '{"a":{"input":1}}', '{"a":{"input":-1,"output":1}}', '{"a":'])
    expect(parsePrices(json), json).toBeNull();
});
