import { describe, expect, it } from 'vitest';
import { costOf } from '../../src/ai/costOf.js';

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
