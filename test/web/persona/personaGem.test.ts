import { describe, expect, it } from 'vitest';
import {
  axisPoint,
  closedPath,
  cutGem,
  radiusOf,
  scoreRing,
  vertices,
} from '../../../web/src/features/persona/rules/personaGem.js';
import { traitOrder } from '../../../web/src/features/persona/rules/traits.js';

const scores = (...values: (number | null)[]) =>
  traitOrder.map((id, index) => ({ id, score: values[index] ?? null }));
const area = (points: readonly { x: number; y: number }[]): number =>
  Math.abs(
    points.reduce((sum, { x, y }, index) => {
      const next = points[(index + 1) % points.length] ?? { x, y };
      return sum + x * next.y - next.x * y;
    }, 0) / 2,
  );
const length = ({ x, y }: { x: number; y: number }): number => Math.hypot(x, y);

describe('the cut of the gem', () => {
  it('stands on five axes, the first at the top, clockwise', () => {
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

  it('measures scores evenly: ten points are as long anywhere on an axis', () => {
    expect(radiusOf(20) - radiusOf(10)).toBeCloseTo(radiusOf(100) - radiusOf(90));
    expect(radiusOf(100)).toBe(1);
    expect(radiusOf(0)).toBeGreaterThan(0);
  });

  it('stays a stone with an area when all scores are 0', () => {
    expect(area(vertices(scores(0, 0, 0, 0, 0)))).toBeGreaterThan(0.03);
  });

  it('draws an unmeasured trait in the middle of the scale', () => {
    const [untold] = vertices(scores(null, 80, 80, 80, 80));
    expect(length(untold ?? { x: 0, y: 0 })).toBeCloseTo(radiusOf(50));
  });

  it('takes scores in any order', () => {
    const given = scores(10, 20, 30, 40, 50);
    expect(vertices(given.toReversed())).toEqual(vertices(given));
  });

  it('fills the stone with twenty pieces that neither overlap nor leave a gap', () => {
    const given = scores(79, 86, 2, 50, 91);
    const pieces = cutGem(given);
    const girdle = pieces.flatMap(({ points }, index) => (index % 4 === 2 ? points.slice(1) : []));
    expect(pieces).toHaveLength(20);
    const sum = pieces.reduce((all, { points }) => all + area(points), 0);
    expect(sum).toBeCloseTo(area(girdle), 6);
  });

  it('is lit from the upper left', () => {
    const pieces = cutGem(scores(60, 60, 60, 60, 60));
    const shadesOf = (axis: number) => pieces.slice(axis * 4, axis * 4 + 4).map(({ shade }) => shade);
    const mean = (shades: number[]) => shades.reduce((sum, shade) => sum + shade, 0) / shades.length;
    expect(mean(shadesOf(4))).toBeLessThan(mean(shadesOf(1)));
  });

  it('becomes a closed path', () => {
    expect(closedPath([axisPoint(0, 1), axisPoint(1, 1)], 100)).toBe('M0.0 -100.0L95.1 -30.9Z');
  });
});
