import { expect, it } from 'vitest';
import { facets, rimPolygon } from '../../../web/src/ui/mirror/mirrorGeometry.js';
import { polygonArea } from '../polygonArea.js';

it('the facets fill the mirror without gap or overlap', () => {
  const sum = facets.reduce((area, { points }) => area + polygonArea(points), 0);
  expect(sum).toBeCloseTo(polygonArea(rimPolygon), 10);
});

it('each response lights a third of the facets', () => {
  const counts = [0, 1, 2].map((third) => facets.filter((facet) => facet.third === third).length);
  expect(counts).toEqual([facets.length / 3, facets.length / 3, facets.length / 3]);
});

it('the facets have different brightnesses, evenly from 0 to 1', () => {
  const lights = facets.map(({ light }) => light).sort((one, other) => one - other);
  expect(new Set(lights).size).toBe(facets.length);
  expect([lights[0], lights.at(-1)]).toEqual([0, 1]);
});
