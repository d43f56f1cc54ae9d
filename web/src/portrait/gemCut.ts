import { traitOrder, type TraitLetter } from './traitOrder';

export interface Point {
  x: number;
  y: number;
}

/** A score on its axis: null where nothing may be told. */
export interface AxisScore {
  id: TraitLetter;
  score: number | null;
}

/** One piece of the cut; shade 1 (brightest) to 4, by how it lies to the light from the upper left. */
export interface GemFacet {
  points: Point[];
  shade: 1 | 2 | 3 | 4;
}

/** A score of 0 keeps this much of the radius: five low scores are still a stone, not a point. All rings are drawn by the same measure. */
const CORE = 0.16;
/** Where the flat table of the stone ends, of each vertex. */
const TABLE = 0.52;
/** The girdle between two vertices is pressed in a little, so that the vertices read as points. */
const WAIST = 0.93;
const LIGHT = (-3 * Math.PI) / 4;

/** @param score 0–100 @returns 0–1, the distance from the middle */
export const radiusOf = (score: number): number => CORE + (1 - CORE) * (score / 100);

const angleOf = (axis: number): number => (axis / traitOrder.length) * 2 * Math.PI - Math.PI / 2;

/** A point on an axis, in a box of −1…1. @param axis 0 stands at the top, on clockwise */
export function onAxis(axis: number, radius: number): Point {
  return { x: Math.cos(angleOf(axis)) * radius, y: Math.sin(angleOf(axis)) * radius };
}

/** The pentagon of one score on all axes: the rim, or an edge of the band of typical scores. */
export const ring = (score: number): Point[] => traitOrder.map((_, axis) => onAxis(axis, radiusOf(score)));

/** What is not told is drawn as the norm says it: in the middle of the band. */
const UNTOLD = 50;

/** The vertices of the stone, in the order of the axes. */
export function vertices(scores: readonly AxisScore[]): Point[] {
  return traitOrder.map((trait, axis) => {
    const score = scores.find(({ id }) => id === trait)?.score ?? UNTOLD;
    return onAxis(axis, radiusOf(score));
  });
}

const scaled = ({ x, y }: Point, by: number): Point => ({ x: x * by, y: y * by });
const between = (a: Point, b: Point): Point => scaled({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 }, WAIST);

function facet(points: Point[], tilt: number): GemFacet {
  const x = points.reduce((sum, point) => sum + point.x, 0);
  const y = points.reduce((sum, point) => sum + point.y, 0);
  const toLight = Math.cos(Math.atan2(y, x) - LIGHT) * 0.8 + tilt;
  return { points, shade: toLight > 0.5 ? 1 : toLight > 0 ? 2 : toLight > -0.5 ? 3 : 4 };
}

/** Cuts the stone of five scores: four pieces between each two vertices, table first, so that later ones lie above. */
export function cutGem(scores: readonly AxisScore[]): GemFacet[] {
  const rim = vertices(scores);
  return rim.flatMap((here, axis) => {
    const next = rim[(axis + 1) % rim.length] ?? here;
    const [inner, innerNext, waist] = [scaled(here, TABLE), scaled(next, TABLE), between(here, next)];
    return [
      facet([{ x: 0, y: 0 }, inner, innerNext], 0.2),
      facet([inner, waist, innerNext], 0.35),
      facet([inner, here, waist], -0.1),
      facet([innerNext, waist, next], -0.3),
    ];
  });
}

/** An SVG path of points, closed. @param scale pixels of the view box for 1 */
export const closedPath = (points: readonly Point[], scale: number): string =>
  `M${points.map(({ x, y }) => `${(x * scale).toFixed(1)} ${(y * scale).toFixed(1)}`).join('L')}Z`;
