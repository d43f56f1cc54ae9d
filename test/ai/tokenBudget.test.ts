import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { estimateTokens } from '../../src/ai/prompts/tokenBudget.js';

describe('the estimate of tokens', () => {
  const text = fc.string({ unit: 'binary', maxLength: 300 });

  it('never falls when text is added, and never gains by cutting a text in two', () => {
    fc.assert(
      fc.property(text, text, (a, b) => {
        const both = estimateTokens(a + b);
        expect(both).toBeGreaterThanOrEqual(Math.max(estimateTokens(a), estimateTokens(b)));
        expect(both).toBeLessThanOrEqual(estimateTokens(a) + estimateTokens(b));
      }),
    );
  });

  it.each([
    // Counted with the cl100k and o200k vocabularies, the larger of both.
    ['Give Mina one strange idea in the evening, and by morning there are seven.', 17],
    ['민아님은 먼저 말을 건네는 사람이고, 사람들 사이에 있을 때 오히려 기운이 나요.', 47],
    ['みんながいつまでも覚えている会話は、たいてい一言から始まります。', 30],
    ['{"id":"EV-E","trait":"E","score":82,"level":"HIGH"}', 18],
    ['😀😂🥹🫠🎉', 13],
  ])('is no less than the count of a real vocabulary: %s', (words, counted) => {
    expect(estimateTokens(words)).toBeGreaterThanOrEqual(counted);
    expect(estimateTokens(words)).toBeLessThan(counted * 1.7);
  });
});
