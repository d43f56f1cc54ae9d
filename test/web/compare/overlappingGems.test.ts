import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  comparisonGem,
  distanceFor,
  sharedArea,
} from '../../../web/src/features/compare/rules/overlappingGems.js';

const numbers = (path: string): number[] => (path.match(/-?\d+(?:\.\d+)?/g) ?? []).map(Number);

it('a gem has nine facets around its table, lit from one side', () => {
  const { facets, table } = comparisonGem(0, 46);
  expect(facets).toHaveLength(9);
  expect(numbers(table)).toHaveLength(18);
  expect(new Set(facets.map(({ shade }) => shade))).toEqual(new Set([1, 2, 3, 4]));
});

it('a gem stays within its radius, wherever its centre is', () => {
  for (const centre of [-40, 0, 40]) {
    const points = numbers(comparisonGem(centre, 46).outline);
    points.forEach((value, index) => {
      expect(Math.abs(index % 2 === 0 ? value - centre : value)).toBeLessThanOrEqual(46);
    });
  }
});

it('two gems coincide at a score of 100 and touch at 0', () => {
  expect(distanceFor(1)).toBeCloseTo(0, 3);
  expect(distanceFor(0)).toBeCloseTo(2, 3);
});

it('the part of their areas that two gems share is the score', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 100 }), (score) => {
      expect(sharedArea(distanceFor(score / 100))).toBeCloseTo(score / 100, 3);
    }),
  );
});

it('circles whose centres are half a radius apart share 68.5 % of their areas', () => {
  expect(sharedArea(0.5)).toBeCloseTo(0.685, 3);
});
