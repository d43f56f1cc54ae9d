import { describe, expect, it } from 'vitest';
import {
  axisPoint,
  cutGem,
  radiusOf,
  scoreRing,
  traitOrder,
  vertices,
} from '../../../web/src/ui/gem/traitGem.js';
import { polygonArea } from '../polygonArea.js';

const scores = (...values: (number | null)[]) =>
  traitOrder.map((id, index) => ({ id, score: values[index] ?? null }));
const length = ({ x, y }: { x: number; y: number }): number => Math.hypot(x, y);

describe('the cut of the gem', () => {
  it('has five axes, the first at the top, clockwise', () => {
    expect(axisPoint(0, 1).x).toBeCloseTo(0);
    expect(axisPoint(0, 1).y).toBeCloseTo(-1);
    expect(axisPoint(1, 1).x).toBeGreaterThan(0);
    expect(axisPoint(4, 1).x).toBeLessThan(0);
  });

  it('puts every vertex on the ring of its own score', () => {
    const values = [79, 86, 2, 50, 91];
    vertices(scores(...values)).forEach((vertex, axis) => {
      const onRing = scoreRing(values[axis] ?? 0)[axis] ?? { x: 0, y: 0 };
      expect(vertex.x).toBeCloseTo(onRing.x);
      expect(vertex.y).toBeCloseTo(onRing.y);
    });
  });

  it('measures scores evenly: ten points have the same length anywhere on an axis', () => {
    expect(radiusOf(20) - radiusOf(10)).toBeCloseTo(radiusOf(100) - radiusOf(90));
    expect(radiusOf(100)).toBe(1);
    expect(radiusOf(0)).toBeGreaterThan(0);
  });

  it('still has an area when all scores are 0', () => {
    expect(polygonArea(vertices(scores(0, 0, 0, 0, 0)))).toBeGreaterThan(0.03);
  });

  it('draws a hidden score in the middle of the scale', () => {
    const [hidden] = vertices(scores(null, 80, 80, 80, 80));
    expect(length(hidden ?? { x: 0, y: 0 })).toBeCloseTo(radiusOf(50));
  });

  it('takes scores in any order', () => {
    const inOrder = scores(10, 20, 30, 40, 50);
    expect(vertices(inOrder.toReversed())).toEqual(vertices(inOrder));
  });

  it('is filled by twenty facets without gap or overlap', () => {
    const facets = cutGem(scores(79, 86, 2, 50, 91));
    const girdle = facets.flatMap(({ points }, index) => (index % 4 === 2 ? points.slice(1) : []));
    expect(facets).toHaveLength(20);
    const sum = facets.reduce((all, { points }) => all + polygonArea(points), 0);
    expect(sum).toBeCloseTo(polygonArea(girdle), 6);
  });

  it('is lit from the upper left', () => {
    const facets = cutGem(scores(60, 60, 60, 60, 60));
    const shadesOf = (axis: number) => facets.slice(axis * 4, axis * 4 + 4).map(({ shade }) => shade);
    const mean = (shades: number[]) => shades.reduce((sum, shade) => sum + shade, 0) / shades.length;
    expect(mean(shadesOf(4))).toBeLessThan(mean(shadesOf(1)));
  });
});
