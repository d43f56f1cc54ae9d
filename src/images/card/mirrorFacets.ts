import { cornerOf, type Point } from './polygons.js';

/** The mirror is the app's: a brilliant cut with nine sides (web/src/ui/mirror/mirrorGeometry.ts). */
interface MirrorFacet {
  points: Point[];
  /** The table is the inner polygon, where the portrait is. The crown surrounds it. */
  place: 'table' | 'crown';
  /** Brightness from 0 (turned away) to 1 (facing the light). Dark and bright facets are equally frequent. */
  light: number;
}

interface Corner extends Point {
  /** Depth: larger values are closer to the viewer. */
  z: number;
}

const SIDES = 9;
/** Width relative to height. */
export const MIRROR_WIDTH = 0.86;
/** Towards the light, at the upper left in front of the mirror. */
const LIGHT: Corner = { x: -0.5, y: -0.62, z: 0.605 };
/** Variation between facets at the same angle, like the reflections inside of real cut glass. */
const SCINTILLATION = 0.28;

/** Rings from the centre outwards. The heart is drawn without a portrait only. */
const HEART = { radius: 0.34, z: 0.42 };
const TABLE = { radius: 0.76, z: 0.3 };
const CROWN = { radius: 0.895, z: 0.2 };
const RIM = { radius: 1, z: 0 };

const cornerAt = (side: number, { radius, z }: { radius: number; z: number }): Corner => {
  const { x, y } = cornerOf(side, SIDES, radius);
  return { x: x * MIRROR_WIDTH, y, z };
};

/** The brightness of a plane through three corners, −1…1 (Lambert shading). */
function lightOn([a, b, c]: readonly [Corner, Corner, Corner, ...Corner[]]): number {
  const u = { x: b.x - a.x, y: b.y - a.y, z: b.z - a.z };
  const v = { x: c.x - a.x, y: c.y - a.y, z: c.z - a.z };
  const normal = { x: u.y * v.z - u.z * v.y, y: u.z * v.x - u.x * v.z, z: u.x * v.y - u.y * v.x };
  const length = Math.hypot(normal.x, normal.y, normal.z) * Math.sign(normal.z);
  return (normal.x * LIGHT.x + normal.y * LIGHT.y + normal.z * LIGHT.z) / length;
}

function cutFacets(): MirrorFacet[] {
  const facets: MirrorFacet[] = [];
  const add = (place: MirrorFacet['place'], corners: [Corner, Corner, Corner, ...Corner[]]): void => {
    facets.push({ place, points: corners.map(({ x, y }) => ({ x, y })), light: lightOn(corners) });
  };
  const heart = Array.from({ length: SIDES }, (_, side) => cornerAt(side + 0.5, HEART));
  for (let side = 0; side < SIDES; side += 1) {
    const [before, here] = [heart[(side + SIDES - 1) % SIDES], heart[side]] as [Corner, Corner];
    add('table', [cornerAt(0, { radius: 0, z: 0.5 }), before, here]);
    add('table', [before, cornerAt(side, TABLE), here]);
    add('table', [here, cornerAt(side, TABLE), cornerAt(side + 1, TABLE)]);
    add('crown', [cornerAt(side, TABLE), cornerAt(side + 0.5, CROWN), cornerAt(side + 1, TABLE)]);
    add('crown', [
      cornerAt(side + 1, TABLE),
      cornerAt(side + 0.5, CROWN),
      cornerAt(side + 1, RIM),
      cornerAt(side + 1.5, CROWN),
    ]);
    add('crown', [cornerAt(side + 0.5, CROWN), cornerAt(side, RIM), cornerAt(side + 1, RIM)]);
  }
  return facets;
}

/** Replaces brightness with its rank: the mirror is so flat that the angles alone give nearly one tone. */
function equalizeLight(facets: MirrorFacet[]): MirrorFacet[] {
  const glitter = facets.map(({ light }, index) => light + Math.sin(index * 12.9898 + 4.1) * SCINTILLATION);
  const order = glitter.toSorted((one, other) => one - other);
  return facets.map((facet, index) => ({
    ...facet,
    light: order.indexOf(glitter[index] ?? 0) / (facets.length - 1),
  }));
}

/** In coordinates from −1 to 1. */
export const mirrorFacets: readonly MirrorFacet[] = equalizeLight(cutFacets());
export const tablePolygon: Point[] = Array.from({ length: SIDES }, (_, side) => cornerAt(side, TABLE));
export const rimPolygon: Point[] = Array.from({ length: SIDES }, (_, side) => cornerAt(side, RIM));
