import { expect, it } from 'vitest';
import { comparisonGem } from '../../../web/src/features/compare/rules/comparisonGem.js';

const numbers = (path: string): number[] => (path.match(/-?\d+(?:\.\d+)?/g) ?? []).map(Number);

it('a stone has nine facets around its table, lit from one side', () => {
  const { facets, table } = comparisonGem(0, 46);
  expect(facets).toHaveLength(9);
  expect(numbers(table)).toHaveLength(18);
  expect(new Set(facets.map(({ shade }) => shade))).toEqual(new Set([1, 2, 3, 4]));
});

it('a stone stays within its radius, wherever its middle lies', () => {
  for (const centre of [-40, 0, 40]) {
    const points = numbers(comparisonGem(centre, 46).outline);
    points.forEach((value, index) => {
      expect(Math.abs(index % 2 === 0 ? value - centre : value)).toBeLessThanOrEqual(46);
    });
  }
});
