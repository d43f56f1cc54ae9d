import { describe, expect, it } from 'vitest';
import { largestDifferences } from '../../../web/src/features/persona/rules/traits.js';

describe('the differences of a circle', () => {
  const all = [
    { id: 'E', score: 50 },
    { id: 'A', score: 50 },
    { id: 'C', score: 50 },
  ] as const;

  it('are the at most two traits that differ most from all friends together', () => {
    const circle = [
      { id: 'E', score: 70 },
      { id: 'A', score: 10 },
      { id: 'C', score: 90 },
    ] as const;
    expect(largestDifferences(circle, all)).toEqual([
      { id: 'A', direction: 'DOWN', by: 40 },
      { id: 'C', direction: 'UP', by: 40 },
    ]);
  });

  it('are none where the difference is small, or there is nothing to compare with', () => {
    expect(largestDifferences([{ id: 'E', score: 60 }], all)).toEqual([]);
    expect(largestDifferences([{ id: 'I', score: 99 }], all)).toEqual([]);
  });
});
