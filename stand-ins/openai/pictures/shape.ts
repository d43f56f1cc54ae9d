export type Point = readonly [x: number, y: number];

/** One convex piece of an emblem, in a box of −1…1 with y pointing down. */
export interface Shape {
  points: readonly Point[];
  /** Material: the palette's glass, its second colour, light, or shadow. */
  of: 'glass' | 'accent' | 'light' | 'shadow';
  /** Overall brightness, 0–1. */
  tone: number;
  /** Below 1 for beams and reflections, which let the sky through. */
  opacity?: number;
}

type Row = [of: Shape['of'], tone: number, coordinates: readonly number[], opacity?: number];

/** @param rows material, tone and coordinates x y x y …: more readable as a drawing than objects */
export const shapes = (rows: readonly Row[]): Shape[] =>
  rows.map(([of, tone, flat, opacity]) => ({
    of,
    tone,
    opacity,
    points: Array.from({ length: flat.length / 2 }, (_, index): Point => [
      flat[2 * index] ?? 0,
      flat[2 * index + 1] ?? 0,
    ]),
  }));

/** Adds the mirror image of each row, a little darker: most emblems are symmetric except for the light. */
export const mirrored = (rows: readonly Row[], darker = 0.22): Row[] =>
  rows.flatMap(([of, tone, flat, opacity]): Row[] => [
    [of, tone, flat, opacity],
    [of, Math.max(0, tone - darker), flat.map((value, index) => (index % 2 === 0 ? -value : value)), opacity],
  ]);

/** A disc with `corners` sides, one row per sector. */
export const disc = (of: Shape['of'], tone: number, [x, y]: Point, radius: number, corners: number): Row[] =>
  Array.from({ length: corners }, (_, corner): Row => {
    const at = (step: number): [number, number] => {
      const angle = (step / corners) * 2 * Math.PI;
      return [x + Math.cos(angle) * radius, y + Math.sin(angle) * radius];
    };
    // Lit from the upper left.
    const lean = -Math.cos((corner / corners) * 2 * Math.PI - 0.9) * 0.16;
    return [of, Math.min(1, Math.max(0, tone + lean)), [x, y, ...at(corner), ...at(corner + 1)]];
  });
