import { expect, it } from 'vitest';
import { facetColor } from '../../../web/src/ui/mirror/facetColor.js';
import { facets, type Point, rimPolygon } from '../../../web/src/ui/mirror/mirrorGeometry.js';

const areaOf = (points: Point[]): number =>
  Math.abs(
    points.reduce((sum, { x, y }, index) => {
      const next = points[(index + 1) % points.length] ?? { x, y };
      return sum + x * next.y - next.x * y;
    }, 0),
  ) / 2;

it('the facets fill the mirror without gap or overlap', () => {
  const sum = facets.reduce((area, { points }) => area + areaOf(points), 0);
  expect(sum).toBeCloseTo(areaOf(rimPolygon), 10);
});

it('each answer lights a third of the facets', () => {
  const counts = [0, 1, 2].map((third) => facets.filter((facet) => facet.third === third).length);
  expect(counts).toEqual([facets.length / 3, facets.length / 3, facets.length / 3]);
});

it('no two facets are of one brightness, from the darkest to the brightest', () => {
  const lights = facets.map(({ light }) => light).sort((one, other) => one - other);
  expect(new Set(lights).size).toBe(facets.length);
  expect([lights[0], lights.at(-1)]).toEqual([0, 1]);
});

it('every facet has a colour of the glass, lit and unlit', () => {
  for (const [index, facet] of facets.entries()) {
    expect(facetColor(facet, index, true)).toMatch(/--glass-[1-4]/);
    expect(facetColor(facet, index, true)).not.toContain('--glass-unlit');
    expect(facetColor(facet, index, false)).toContain('--glass-unlit');
  }
});
