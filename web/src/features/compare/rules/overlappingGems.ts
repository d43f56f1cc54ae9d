import { closedPath, cornerAngle, LIGHT_ANGLE, type Point } from '../../../ui/gemGeometry';

/** One facet of a gem, as an SVG path. */
interface GemFacet {
  path: string;
  /** 1 (facing the light) to 4. */
  shade: 1 | 2 | 3 | 4;
}

const SIDES = 9;
/** Where the flat table of the gem ends, as a part of its radius. */
const TABLE = 0.58;
/** Width per height: taller than wide, like the personas' gems. */
export const GEM_WIDTH = 0.88;

/**
 * The paths of a cut gem: its outline, the table in its middle, and the facets around the table.
 * @param centre x of its middle
 * @param radius half of its height
 */
export function comparisonGem(centre: number, radius: number) {
  const at = (side: number, part: number): Point => ({
    x: centre + Math.cos(cornerAngle(side, SIDES)) * radius * part * GEM_WIDTH,
    y: Math.sin(cornerAngle(side, SIDES)) * radius * part,
  });
  const ring = (part: number): Point[] => Array.from({ length: SIDES }, (_, side) => at(side, part));
  const facets = Array.from({ length: SIDES }, (_, side): GemFacet => {
    const toLight = Math.cos(cornerAngle(side + 0.5, SIDES) - LIGHT_ANGLE);
    return {
      path: closedPath([at(side, TABLE), at(side, 1), at(side + 1, 1), at(side + 1, TABLE)]),
      shade: toLight > 0.6 ? 1 : toLight > 0 ? 2 : toLight > -0.6 ? 3 : 4,
    };
  });
  return { outline: closedPath(ring(1)), table: closedPath(ring(TABLE)), facets };
}

/**
 * The distance between two circles of radius 1 that share a part of their areas.
 * @param share 0 (they touch) to 1 (they coincide)
 * @returns distance between the centres, 2 to 0
 */
export function distanceFor(share: number): number {
  let [near, far] = [0, 2];
  // The shared part falls monotonically with the distance. 30 halvings are more precise than any screen.
  for (let step = 0; step < 30; step += 1) {
    const middle = (near + far) / 2;
    if (sharedArea(middle) > share) near = middle;
    else far = middle;
  }
  return (near + far) / 2;
}

/**
 * The area that two circles of radius 1 share, as a part of the area of one.
 * @param distance between their centres, 0 to 2
 */
export function sharedArea(distance: number): number {
  const half = distance / 2;
  return (2 * Math.acos(half) - distance * Math.sqrt(1 - half * half)) / Math.PI;
}
