export interface Point {
  x: number;
  y: number;
}

/** One piece of the glass. */
export interface Facet {
  points: Point[];
  /** Which third of the mirror it belongs to, 0–2: a friend's answer lights a third. */
  third: number;
  /** 1 (brightest) to 4: how it lies to the light from the upper left. */
  shade: 1 | 2 | 3 | 4;
  /** 0–1 around the rim: motion goes along it. */
  turn: number;
}

const SIDES = 9;
/** A mirror for a face is taller than wide. */
const WIDTH = 0.86;
const LIGHT = (-3 * Math.PI) / 4;

const at = (side: number, radius: number): Point => {
  const angle = (side / SIDES) * 2 * Math.PI - Math.PI / 2;
  return { x: Math.cos(angle) * radius * WIDTH, y: Math.sin(angle) * radius };
};

/** Inner polygon, where the face appears; middle points, rim. Of 1, the distance from the middle to the top. */
const TABLE = 0.66;
const MIDDLE = 0.85;

function shadeOf(points: Point[], tilt: number): Facet['shade'] {
  const x = points.reduce((sum, point) => sum + point.x, 0) / points.length;
  const y = points.reduce((sum, point) => sum + point.y, 0) / points.length;
  const toLight = Math.cos(Math.atan2(y, x) - LIGHT) * 0.8 + tilt;
  return toLight > 0.55 ? 1 : toLight > 0 ? 2 : toLight > -0.55 ? 3 : 4;
}

function facet(points: Point[], side: number, tilt: number): Facet {
  const turn = (((side % SIDES) + SIDES) % SIDES) / SIDES;
  return { points, third: Math.floor(turn * 3), shade: shadeOf(points, tilt), turn };
}

/** The polygon in which the face appears. */
export const table: Point[] = Array.from({ length: SIDES }, (_, side) => at(side, TABLE));

/** The cut of the mirror: a brilliant of nine sides, in a box of −1…1. */
export const facets: Facet[] = Array.from({ length: SIDES }, (_, side) => side).flatMap((side) => [
  facet([{ x: 0, y: 0 }, at(side, TABLE), at(side + 1, TABLE)], side, 0.15),
  facet([at(side, TABLE), at(side + 0.5, MIDDLE), at(side + 1, TABLE)], side, 0.3),
  facet([at(side + 1, TABLE), at(side + 0.5, MIDDLE), at(side + 1, 1), at(side + 1.5, MIDDLE)], side, -0.1),
  facet([at(side + 0.5, MIDDLE), at(side, 1), at(side + 1, 1)], side, -0.35),
]);

export const path = (points: Point[]): string =>
  `M${points.map(({ x, y }) => `${(x * 100).toFixed(1)} ${(y * 100).toFixed(1)}`).join('L')}Z`;
