import fc from 'fast-check';
import { expect, it } from 'vitest';
import { distanceFor, sharedArea } from '../../../web/src/features/compare/rules/comparisonGem.js';

it('two stones are one at a score of 100 and touch at 0', () => {
  expect(distanceFor(1)).toBeCloseTo(0, 3);
  expect(distanceFor(0)).toBeCloseTo(2, 3);
});

it('the part that two stones share is the score', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 100 }), (score) => {
      expect(sharedArea(distanceFor(score / 100))).toBeCloseTo(score / 100, 3);
    }),
  );
});

it('circles that lie half a radius apart share 68.5 % of their areas', () => {
  expect(sharedArea(0.5)).toBeCloseTo(0.685, 3);
});
