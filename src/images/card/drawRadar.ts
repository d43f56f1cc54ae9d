import type { CardColors } from './cardColors.js';
import type { CardContent } from './cardContent.js';
import { closedPath, cornerOf, LIGHT_ANGLE, placed, type Point } from './polygons.js';

/** As in the app's GemRadar: a score of 0 keeps this much of the radius, so that low scores are still a gem. */
const CORE = 0.16;
/** Where the flat table of the gem ends, as a part of each vertex's radius. */
const TABLE = 0.52;
/** The rim between two vertices is drawn in a little, so that the vertices look like points. */
const WAIST = 0.93;
/** With fewer axes there is no area. */
const MIN_TRAITS = 3;

export const hasRadar = ({ traits }: CardContent): boolean => traits.length >= MIN_TRAITS;

/** A score as it is drawn and written. One that is no number is in the middle. */
export const shownScore = (score: number): number =>
  Math.round(Math.min(100, Math.max(0, Number.isNaN(score) ? 50 : score)));

const radiusOf = (score: number): number => CORE + (1 - CORE) * (shownScore(score) / 100);

const scaled = ({ x, y }: Point, by: number): Point => ({ x: x * by, y: y * by });

/** The tone of a facet by its angle to the light, 0–1. */
function lightOf(points: readonly Point[], tilt: number): number {
  const x = points.reduce((sum, point) => sum + point.x, 0);
  const y = points.reduce((sum, point) => sum + point.y, 0);
  const toLight = Math.cos(Math.atan2(y, x) - LIGHT_ANGLE) * 0.62 + tilt;
  return Math.min(0.96, Math.max(0.3, 0.62 + toLight * 0.42));
}

/**
 * The traits as a gem whose vertices are the scores.
 * @returns SVG elements
 */
export function drawRadar(
  traits: CardContent['traits'],
  { center, radius }: { center: Point; radius: number },
  colors: CardColors,
): string {
  const axes = traits.length;
  const pathOf = (points: readonly Point[]): string =>
    closedPath(points.map((point) => placed(point, radius, center)));
  const ring = (score: number): Point[] => traits.map((_, axis) => cornerOf(axis, axes, radiusOf(score)));
  const rim = traits.map(({ score }, axis) => cornerOf(axis, axes, radiusOf(score)));
  const facets = rim.flatMap((here, axis) => {
    const next = rim[(axis + 1) % axes] ?? here;
    const waist = scaled({ x: (here.x + next.x) / 2, y: (here.y + next.y) / 2 }, WAIST);
    const [inner, innerNext] = [scaled(here, TABLE), scaled(next, TABLE)];
    return [
      { points: [{ x: 0, y: 0 }, inner, innerNext], tilt: 0.15 },
      { points: [inner, waist, innerNext], tilt: 0.3 },
      { points: [inner, here, waist], tilt: -0.1 },
      { points: [innerNext, waist, next], tilt: -0.3 },
    ];
  });
  const unit = radius / 110;
  const spokes = traits.map((_, axis) => pathOf([{ x: 0, y: 0 }, cornerOf(axis, axes)])).join('');
  return [
    `<g fill="none" stroke="${colors.edge}" stroke-width="${unit}">`,
    `<path d="${pathOf(ring(100))}" fill="${colors.edge}" fill-opacity=".05" stroke-opacity=".4"/>`,
    `<path d="${pathOf(ring(50))}${spokes}" stroke-opacity=".18"/></g>`,
    `<g stroke="${colors.edge}" stroke-opacity=".45" stroke-width="${unit * 0.7}" stroke-linejoin="round">`,
    ...facets.map(
      ({ points, tilt }) => `<path d="${pathOf(points)}" fill="${colors.glass(lightOf(points, tilt))}"/>`,
    ),
    '</g>',
    ...rim.map((point) => {
      const { x, y } = placed(point, radius, center);
      return `<circle cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="${(unit * 3.4).toFixed(1)}" fill="${colors.night}" stroke="${colors.accentStrong}" stroke-width="${(unit * 1.8).toFixed(1)}"/>`;
    }),
  ].join('');
}

/** Where the name of an axis stands, as seen from the gem. */
interface LabelPlace extends Point {
  side: -1 | 0 | 1;
  level: 'above' | 'beside' | 'below';
}

export const labelPlaces = (axes: number, center: Point, radius: number): LabelPlace[] =>
  Array.from({ length: axes }, (_, axis) => {
    const corner = cornerOf(axis, axes);
    return {
      ...placed(corner, radius, center),
      side: Math.abs(corner.x) < 0.1 ? 0 : corner.x < 0 ? -1 : 1,
      level: corner.y > 0.6 ? 'below' : corner.y < -0.9 ? 'above' : 'beside',
    };
  });
