/** A point in the plane, with y downwards. */
export interface Point {
  x: number;
  y: number;
}

/** The direction of the light, which falls on every gem from the upper left. */
export const LIGHT_ANGLE = (-3 * Math.PI) / 4;

/**
 * The angle of a corner of a regular polygon, seen from its centre.
 * @param corner 0 is at the top, the others follow clockwise; 0.5 is halfway to the next
 */
export const cornerAngle = (corner: number, corners: number): number =>
  (corner / corners) * 2 * Math.PI - Math.PI / 2;

/**
 * A closed SVG path through points.
 * @param scale view-box units per 1
 */
export const closedPath = (points: readonly Point[], scale = 1): string =>
  `M${points.map(({ x, y }) => `${(x * scale).toFixed(1)} ${(y * scale).toFixed(1)}`).join('L')}Z`;
