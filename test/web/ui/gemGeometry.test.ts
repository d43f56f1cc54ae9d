import { expect, it } from 'vitest';
import { closedPath, cornerAngle } from '../../../web/src/ui/gemGeometry.js';

it('the first corner of a polygon is at the top, and the others follow clockwise', () => {
  expect(cornerAngle(0, 4)).toBeCloseTo(-Math.PI / 2);
  expect(cornerAngle(1, 4)).toBeCloseTo(0);
});

it('points become a closed path in the units of the view box', () => {
  const points = [
    { x: 0, y: -1 },
    { x: 0.951, y: -0.309 },
  ];
  expect(closedPath(points, 100)).toBe('M0.0 -100.0L95.1 -30.9Z');
});
