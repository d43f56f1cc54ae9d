import { describe, expect, it } from 'vitest';
import {
  agreementDots,
  agreementLines,
  sparkline,
  wordSize,
} from '../../../web/src/features/persona/rules/charts.js';

describe('the dots and lines of agreement', () => {
  const spread = (dots: readonly number[]) => Math.max(...dots) - Math.min(...dots);

  it('always draws the same number of dots, so that no dot is a person', () => {
    expect(agreementDots('AGREE')).toHaveLength(agreementDots('SPLIT').length);
    expect(agreementDots('AGREE')).toHaveLength(agreementDots('MIXED').length);
    expect(agreementDots('UNKNOWN')).toHaveLength(0);
  });

  it('puts dots close together where friends agree, and in two groups where they are divided', () => {
    expect(spread(agreementDots('AGREE'))).toBeLessThan(spread(agreementDots('MIXED')) / 2);
    expect(agreementDots('SPLIT').some((dot) => dot > 0.3 && dot < 0.7)).toBe(false);
  });

  it('shows every trait once: disagreements first, then agreements, then the rest without a text', () => {
    const lines = agreementLines({
      traits: [
        { id: 'E', agreement: 'SPLIT' },
        { id: 'A', agreement: 'AGREE' },
        { id: 'C', agreement: 'MIXED' },
        { id: 'N', agreement: 'UNKNOWN' },
        { id: 'I', agreement: 'AGREE' },
      ],
      agreed: [
        { trait: 'I', text: 'one' },
        { trait: 'A', text: 'two' },
      ],
      split: [{ trait: 'E', text: 'both' }],
    });
    expect(lines.map(({ trait }) => trait).join('')).toBe('EIACN');
    expect(lines.map(({ text }) => text)).toEqual(['both', 'one', 'two', null, null]);
  });
});

it('a word that more friends chose is larger, and the most chosen word is the largest', () => {
  expect(wordSize(0.2, 1)).toBeLessThan(wordSize(0.9, 1));
  expect(wordSize(0.4, 0.4)).toBe(wordSize(1, 1));
  expect(wordSize(0, 0)).toBe(1);
});

describe('a sparkline', () => {
  it('has one scale for all traits, with high scores on top', () => {
    const [low, high] = sparkline([10, 90], 120, 36);
    expect(low?.y).toBeGreaterThan(high?.y ?? 0);
    expect(sparkline([50, 55], 120, 36)[1]?.y).toBeCloseTo(36 / 2 - 1.4);
  });

  it('leaves out a version without a score, and keeps its place free', () => {
    const points = sparkline([50, null, 50], 120, 36);
    expect(points).toHaveLength(2);
    expect(points[1]?.x).toBe(116);
  });

  it('is one point for one version', () => {
    expect(sparkline([70], 120, 36)).toHaveLength(1);
  });
});
