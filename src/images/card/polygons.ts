/** A point in the plane, with y downwards. */
export interface Point {
  x: number;
  y: number;
}

/** The direction of the light, which falls on every gem from the upper left. */
export const LIGHT_ANGLE = (-3 * Math.PI) / 4;

/**
 * A point at a corner of a regular polygon around the origin.
 * @param corner 0 is at the top, the others follow clockwise; 0.5 is halfway to the next
 */
export function cornerOf(corner: number, corners: number, radius = 1): Point {
  const angle = (corner / corners) * 2 * Math.PI - Math.PI / 2;
  return { x: Math.cos(angle) * radius, y: Math.sin(angle) * radius };
}

/** A point scaled from the origin and then moved. */
export const placed = ({ x, y }: Point, scale: number, center: Point): Point => ({
  x: center.x + x * scale,
  y: center.y + y * scale,
});

/** A closed SVG path through points. */
export const closedPath = (points: readonly Point[]): string =>
  `M${points.map(({ x, y }) => `${x.toFixed(1)} ${y.toFixed(1)}`).join('L')}Z`;
