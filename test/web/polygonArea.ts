import type { Point } from '../../web/src/ui/gemGeometry.js';

/** The area of a polygon that does not cross itself. */
export const polygonArea = (points: readonly Point[]): number =>
  Math.abs(
    points.reduce((sum, { x, y }, index) => {
      const next = points[(index + 1) % points.length] ?? { x, y };
      return sum + x * next.y - next.x * y;
    }, 0),
  ) / 2;
