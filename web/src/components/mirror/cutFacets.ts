export interface Point {
  x: number;
  y: number;
}

/** One piece of the glass. */
export interface Facet {
  points: Point[];
  /** The table is the inner polygon, where the face appears; the crown lies between it and the rim. */
  place: 'table' | 'crown';
  /** Which third of the mirror it belongs to, 0–2: a friend's answer lights a third. */
  third: number;
  /** 0 (turned away) to 1 (facing the light from the upper left). */
  light: number;
  /** 0–1 around the mirror, from the top: motion goes along it. */
  turn: number;
}

interface Corner extends Point {
  /** Towards the eye. */
  z: number;
}

const SIDES = 9;
/** A mirror for a face is taller than wide. */
const WIDTH = 0.86;
/** From the upper left, in front of the mirror. Of length 1. */
const LIGHT: Corner = { x: -0.5, y: -0.62, z: 0.605 };
/** Two facets of one angle never look alike in cut glass: the stone inside throws the light about. */
const SCINTILLATION = 0.28;

/** Radii and heights: the middle of the table, its corners, the points between it and the rim, the rim. */
const HEART = { radius: 0, z: 0.4 };
const TABLE = { radius: 0.72, z: 0.3 };
const MIDDLE = { radius: 0.875, z: 0.2 };
const RIM = { radius: 1, z: 0 };

const at = (side: number, { radius, z }: { radius: number; z: number }): Corner => {
  const angle = (side / SIDES) * 2 * Math.PI - Math.PI / 2;
  return { x: Math.cos(angle) * radius * WIDTH, y: Math.sin(angle) * radius, z };
};

/** How much of the light a plane through three corners gives back to the eye, −1…1. */
function lightOn(a: Corner, b: Corner, c: Corner): number {
  const u = { x: b.x - a.x, y: b.y - a.y, z: b.z - a.z };
  const v = { x: c.x - a.x, y: c.y - a.y, z: c.z - a.z };
  const normal = { x: u.y * v.z - u.z * v.y, y: u.z * v.x - u.x * v.z, z: u.x * v.y - u.y * v.x };
  const length = Math.hypot(normal.x, normal.y, normal.z) * Math.sign(normal.z);
  return (normal.x * LIGHT.x + normal.y * LIGHT.y + normal.z * LIGHT.z) / length;
}

function cut(): Facet[] {
  const facets: Facet[] = [];
  const add = (place: Facet['place'], side: number, corners: [Corner, Corner, Corner, ...Corner[]]): void => {
    const turn = (side % SIDES) / SIDES;
    const light = lightOn(...(corners.slice(0, 3) as [Corner, Corner, Corner]));
    const points = corners.map(({ x, y }) => ({ x, y }));
    facets.push({ place, points, turn, third: Math.floor(turn * 3), light });
  };
  for (let side = 0; side < SIDES; side += 1) {
    add('table', side, [at(0, HEART), at(side, TABLE), at(side + 1, TABLE)]);
    add('crown', side, [at(side, TABLE), at(side + 0.5, MIDDLE), at(side + 1, TABLE)]);
    add('crown', side, [
      at(side + 1, TABLE),
      at(side + 0.5, MIDDLE),
      at(side + 1, RIM),
      at(side + 1.5, MIDDLE),
    ]);
    add('crown', side, [at(side + 0.5, MIDDLE), at(side, RIM), at(side + 1, RIM)]);
  }
  return facets;
}

/**
 * By their order rather than by their angle, so that as many facets are dark as are bright: what makes glass look cut. Left to the
 * angles alone, nearly all of so flat a stone would be of one tone.
 */
function contrasted(facets: Facet[]): Facet[] {
  const glitter = facets.map(({ light }, index) => light + Math.sin(index * 12.9898 + 4.1) * SCINTILLATION);
  const order = [...glitter].sort((one, other) => one - other);
  return facets.map((facet, index) => ({
    ...facet,
    light: order.indexOf(glitter[index] ?? 0) / (facets.length - 1),
  }));
}

/** The polygon in which the face appears. */
export const table: Point[] = Array.from({ length: SIDES }, (_, side) => at(side, TABLE));

/** The outline of the glass. */
export const rim: Point[] = Array.from({ length: SIDES }, (_, side) => at(side, RIM));

/** The cut of the mirror: a brilliant of nine sides, in a box of −1…1. */
export const facets: Facet[] = contrasted(cut());

export const path = (points: Point[]): string =>
  `M${points.map(({ x, y }) => `${(x * 100).toFixed(1)} ${(y * 100).toFixed(1)}`).join('L')}Z`;
