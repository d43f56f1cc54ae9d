import { closedPath, cornerAngle, type Point } from '../gemGeometry.js';

export interface Facet {
  points: Point[];
  /** The table is the inner polygon, where the portrait appears. The crown surrounds it. */
  place: 'table' | 'crown';
  /** The third of the mirror that the facet belongs to, 0–2. Each response lights one third. */
  third: number;
  /** Brightness from 0 (turned away) to 1 (facing the light at the upper left). */
  light: number;
  /** Position around the mirror, 0–1 clockwise from the top. It staggers animations. */
  turn: number;
}

interface Corner extends Point {
  /** Depth: larger values are closer to the viewer. */
  z: number;
}

const SIDES = 9;
/** Width relative to height: the mirror is taller than wide. */
const WIDTH = 0.86;
/** Unit vector towards the light, which is at the upper left in front of the mirror. */
const LIGHT: Corner = { x: -0.5, y: -0.62, z: 0.605 };
/** Variation between facets at the same angle, like the internal reflections of real cut glass. */
const SCINTILLATION = 0.28;

/** Radius and depth of the centre, the corners of the table, the vertices of the crown, and the rim. */
const CENTER = { radius: 0, z: 0.4 };
const TABLE = { radius: 0.72, z: 0.3 };
const CROWN = { radius: 0.875, z: 0.2 };
const RIM = { radius: 1, z: 0 };

const cornerAt = (side: number, { radius, z }: { radius: number; z: number }): Corner => {
  const angle = cornerAngle(side, SIDES);
  return { x: Math.cos(angle) * radius * WIDTH, y: Math.sin(angle) * radius, z };
};

/** The brightness of a plane through three corners under LIGHT, −1…1 (Lambert shading). */
function lightOn(a: Corner, b: Corner, c: Corner): number {
  const u = { x: b.x - a.x, y: b.y - a.y, z: b.z - a.z };
  const v = { x: c.x - a.x, y: c.y - a.y, z: c.z - a.z };
  const normal = { x: u.y * v.z - u.z * v.y, y: u.z * v.x - u.x * v.z, z: u.x * v.y - u.y * v.x };
  const length = Math.hypot(normal.x, normal.y, normal.z) * Math.sign(normal.z);
  return (normal.x * LIGHT.x + normal.y * LIGHT.y + normal.z * LIGHT.z) / length;
}

function cutFacets(): Facet[] {
  const facets: Facet[] = [];
  const add = (place: Facet['place'], side: number, corners: [Corner, Corner, Corner, ...Corner[]]): void => {
    const turn = (side % SIDES) / SIDES;
    const light = lightOn(...(corners.slice(0, 3) as [Corner, Corner, Corner]));
    const points = corners.map(({ x, y }) => ({ x, y }));
    facets.push({ place, points, turn, third: Math.floor(turn * 3), light });
  };
  for (let side = 0; side < SIDES; side += 1) {
    add('table', side, [cornerAt(0, CENTER), cornerAt(side, TABLE), cornerAt(side + 1, TABLE)]);
    add('crown', side, [cornerAt(side, TABLE), cornerAt(side + 0.5, CROWN), cornerAt(side + 1, TABLE)]);
    add('crown', side, [
      cornerAt(side + 1, TABLE),
      cornerAt(side + 0.5, CROWN),
      cornerAt(side + 1, RIM),
      cornerAt(side + 1.5, CROWN),
    ]);
    add('crown', side, [cornerAt(side + 0.5, CROWN), cornerAt(side, RIM), cornerAt(side + 1, RIM)]);
  }
  return facets;
}

/**
 * Replaces each facet's brightness with its rank, so that dark and bright facets are equally frequent, as in
 * cut glass. The mirror is so flat that the angles alone would give nearly all facets the same tone.
 */
function equalizeLight(facets: Facet[]): Facet[] {
  const glitter = facets.map(({ light }, index) => light + Math.sin(index * 12.9898 + 4.1) * SCINTILLATION);
  const order = [...glitter].sort((one, other) => one - other);
  return facets.map((facet, index) => ({
    ...facet,
    light: order.indexOf(glitter[index] ?? 0) / (facets.length - 1),
  }));
}

/** The inner polygon, in which the portrait appears. */
export const tablePolygon: Point[] = Array.from({ length: SIDES }, (_, side) => cornerAt(side, TABLE));

/** The outline of the mirror. */
export const rimPolygon: Point[] = Array.from({ length: SIDES }, (_, side) => cornerAt(side, RIM));

/** The facets of the mirror: a brilliant cut with nine sides, in coordinates from −1 to 1. */
export const facets: Facet[] = equalizeLight(cutFacets());

/** A polygon of the mirror as an SVG path, in a view box from −100 to 100. */
export const polygonPath = (points: readonly Point[]): string => closedPath(points, 100);
