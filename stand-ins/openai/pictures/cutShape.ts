import type { SeededRandom } from '../author/seededRandom.js';
import type { Point, Shape } from './shape.js';
import type { Palette } from './sky.js';

type Triangle = readonly [Point, Point, Point];

/** A piece whose longest edge exceeds this is cut in two. */
const LONGEST = 0.36;

const between = (a: Point, b: Point, part: number): Point => [
  a[0] + (b[0] - a[0]) * part,
  a[1] + (b[1] - a[1]) * part,
];
const distance = (a: Point, b: Point): number => Math.hypot(a[0] - b[0], a[1] - b[1]);

/** Cuts at the longest edge, slightly off its middle, for a hand-made look. */
function cut(triangle: Triangle, random: SeededRandom): Triangle[] {
  const [a, b, c] = triangle;
  const edges = [distance(a, b), distance(b, c), distance(c, a)] as const;
  const longest = Math.max(...edges);
  if (longest < LONGEST) return [triangle];
  const [from, to, other]: Triangle =
    longest === edges[0] ? [a, b, c] : longest === edges[1] ? [b, c, a] : [c, a, b];
  const middle = between(from, to, random.between(0.42, 0.58));
  return [...cut([from, middle, other], random), ...cut([middle, to, other], random)];
}

function colourOf({ of, tone }: Shape, palette: Palette, lean: number, random: SeededRandom): string {
  const light = tone * 52 + 20 + lean * 9 + random.between(-6, 6);
  const catches = random.next() < 0.1;
  const hue = {
    glass: (catches ? palette.accent : palette.glass) + random.between(-12, 12),
    accent: (catches ? palette.glass : palette.accent) + random.between(-10, 10),
    light: palette.accent + random.between(8, 26),
    shadow: palette.glass + 12,
  }[of];
  const saturation = { glass: 58, accent: 72, light: 90, shadow: 40 }[of];
  const lightness =
    of === 'light' ? 72 + tone * 20 + random.between(-4, 4) : of === 'shadow' ? light * 0.45 : light;
  return `hsl(${(((hue % 360) + 360) % 360).toFixed(0)},${saturation}%,${Math.min(96, Math.max(8, lightness)).toFixed(0)}%)`;
}

/**
 * Draws a shape as cut glass: triangles, each with its own brightness.
 * @param place maps a point of the emblem's box to picture coordinates, in pixels
 * @returns SVG polygons
 */
export function cutShape(
  shape: Shape,
  palette: Palette,
  place: (point: Point) => Point,
  random: SeededRandom,
): string {
  const [first, ...rest] = shape.points;
  if (first === undefined) return '';
  const fan = rest.slice(0, -1).map((point, index): Triangle => [first, point, rest[index + 1] ?? point]);
  return fan
    .flatMap((triangle) => cut(triangle, random))
    .map((triangle) => {
      const x = (triangle[0][0] + triangle[1][0] + triangle[2][0]) / 3;
      const y = (triangle[0][1] + triangle[1][1] + triangle[2][1]) / 3;
      const points = triangle
        .map((point) =>
          place(point)
            .map((value) => value.toFixed(1))
            .join(','),
        )
        .join(' ');
      const opacity = (shape.opacity ?? 0.96).toFixed(2);
      return `<polygon points="${points}" fill="${colourOf(shape, palette, -(x + y) / 2, random)}" fill-opacity="${opacity}" stroke="#fff" stroke-opacity=".22" stroke-width="1.1" stroke-linejoin="round"/>`;
    })
    .join('');
}
