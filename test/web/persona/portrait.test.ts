import { describe, expect, it } from 'vitest';
import {
  agreementDots,
  agreementLines,
  sparkline,
  wordSize,
} from '../../../web/src/features/persona/rules/charts.js';
import { citedEvidence } from '../../../web/src/features/persona/rules/citedEvidence.js';
import { rarityShares } from '../../../web/src/features/persona/rules/meters.js';
import { largestDifferences } from '../../../web/src/features/persona/rules/traits.js';
import { formatDay } from '../../../web/src/i18n/locales.js';

describe('agreement as a picture', () => {
  const spread = (dots: readonly number[]) => Math.max(...dots) - Math.min(...dots);

  it('draws as many dots whatever the agreement, so that no dot is a person', () => {
    expect(agreementDots('AGREE')).toHaveLength(agreementDots('SPLIT').length);
    expect(agreementDots('AGREE')).toHaveLength(agreementDots('MIXED').length);
    expect(agreementDots('UNKNOWN')).toHaveLength(0);
  });

  it('puts dots close together where friends agree, and in two camps where they are divided', () => {
    expect(spread(agreementDots('AGREE'))).toBeLessThan(spread(agreementDots('MIXED')) / 2);
    expect(agreementDots('SPLIT').some((place) => place > 0.3 && place < 0.7)).toBe(false);
  });

  it('shows every trait once: disagreements first, then agreements, then the rest without words', () => {
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

describe('words and evidence', () => {
  it('a word that more friends chose is larger, and the most chosen is the largest there is', () => {
    expect(wordSize(0.2, 1)).toBeLessThan(wordSize(0.9, 1));
    expect(wordSize(0.4, 0.4)).toBe(wordSize(1, 1));
    expect(wordSize(0, 0)).toBe(1);
  });

  it('a sentence shows the evidence it cites in its own order, without what is hidden by now', () => {
    const evidence = [
      { id: 'EV-E', text: 'e' },
      { id: 'EV-Q1', text: 'q' },
    ];
    expect(citedEvidence(['EV-Q1', 'EV-Q2', 'EV-E'], evidence).map(({ text }) => text)).toEqual(['q', 'e']);
  });

  it('the rarities share a hundred people among them', () => {
    expect(rarityShares.reduce((sum, { people }) => sum + people, 0)).toBe(100);
  });
});

describe('versions over time', () => {
  it('a sparkline has one scale for all traits, high scores on top', () => {
    const [low, high] = sparkline([10, 90], 120, 36);
    expect(low?.y).toBeGreaterThan(high?.y ?? 0);
    expect(sparkline([50, 55], 120, 36)[1]?.y).toBeCloseTo(36 / 2 - 1.4);
  });

  it('a version without a trait leaves its place in the line free', () => {
    const points = sparkline([50, null, 50], 120, 36);
    expect(points).toHaveLength(2);
    expect(points[1]?.x).toBe(116);
  });

  it('one version alone is a dot', () => {
    expect(sparkline([70], 120, 36)).toHaveLength(1);
  });

  it('a day is the same day wherever it is read', () => {
    expect(formatDay('2026-11-01', 'en')).toBe('Nov 1, 2026');
    expect(formatDay('2026-11-01', 'ko')).toContain('11. 1.');
  });
});

describe('the differences of a circle', () => {
  const all = [
    { id: 'E', score: 50 },
    { id: 'A', score: 50 },
    { id: 'C', score: 50 },
  ] as const;

  it('is what differs most from all friends together, two traits at the most', () => {
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
