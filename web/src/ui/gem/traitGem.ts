import type { TraitId } from '../../api/generated/schema';
import { cornerAngle, LIGHT_ANGLE, type Point } from '../gemGeometry';

/** The five traits in the order of the questionnaire, which is also the order of the axes. */
export const traitOrder = ['E', 'A', 'C', 'N', 'I'] as const satisfies readonly TraitId[];

/** A score on its axis; null if it may not be shown. */
export interface AxisScore {
  id: TraitId;
  score: number | null;
}

/** One facet of the gem. Shade 1 (brightest) to 4, by its angle to the light from the upper left. */
interface GemFacet {
  points: Point[];
  shade: 1 | 2 | 3 | 4;
}

/**
 * A score of 0 keeps this much of the radius, so that five low scores are still a gem and not a point. All
 * rings use this scale.
 */
const CORE = 0.16;
/** Where the flat table of the gem ends, as a part of each vertex's radius. */
const TABLE = 0.52;
/** The rim between two vertices is drawn in a little, so that the vertices look like points. */
const WAIST = 0.93;

/**
 * @param score 0–100
 * @returns distance from the centre, 0–1
 */
export const radiusOf = (score: number): number => CORE + (1 - CORE) * (score / 100);

/**
 * A point on an axis, in a box of −1…1.
 * @param axis 0 is at the top, the others follow clockwise
 */
export function axisPoint(axis: number, radius: number): Point {
  const angle = cornerAngle(axis, traitOrder.length);
  return { x: Math.cos(angle) * radius, y: Math.sin(angle) * radius };
}

/** The pentagon of one score on all axes: the rim, or an edge of the band of typical scores. */
export const scoreRing = (score: number): Point[] =>
  traitOrder.map((_, axis) => axisPoint(axis, radiusOf(score)));

/** A hidden score is drawn at the norm's average, in the middle of the band. */
const AVERAGE = 50;

/** The vertices of the gem, in the order of the axes. */
export function vertices(scores: readonly AxisScore[]): Point[] {
  return traitOrder.map((trait, axis) => {
    const score = scores.find(({ id }) => id === trait)?.score ?? AVERAGE;
    return axisPoint(axis, radiusOf(score));
  });
}

const scaled = ({ x, y }: Point, by: number): Point => ({ x: x * by, y: y * by });
const between = (a: Point, b: Point): Point => scaled({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 }, WAIST);

function facet(points: Point[], tilt: number): GemFacet {
  const x = points.reduce((sum, point) => sum + point.x, 0);
  const y = points.reduce((sum, point) => sum + point.y, 0);
  const toLight = Math.cos(Math.atan2(y, x) - LIGHT_ANGLE) * 0.8 + tilt;
  return { points, shade: toLight > 0.5 ? 1 : toLight > 0 ? 2 : toLight > -0.5 ? 3 : 4 };
}

/**
 * The facets of the gem of five scores: four between each two vertices, table first, so that later facets
 * cover earlier ones.
 */
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
