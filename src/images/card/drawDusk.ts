import type { CardColors } from './cardColors.js';
import { closedPath, type Point } from './polygons.js';

const RAYS = 14;
/** A ray is as long as the largest card's diagonal. */
const REACH = 2300;

/**
 * The ground of a card: dusk, and the light that the mirror throws around, in shards as of a kaleidoscope.
 * @param light the middle of the mirror
 * @returns SVG elements
 */
export function drawDusk(
  { width, height }: { width: number; height: number },
  light: Point,
  colors: CardColors,
): string {
  const inset = Math.round(Math.min(width, height) * 0.026);
  const shards = Array.from({ length: RAYS }, (_, ray) => {
    const from = ((ray + 0.23 + 0.22 * Math.sin(ray * 7.3)) / RAYS) * 2 * Math.PI;
    const to = from + ((0.45 + 0.4 * Math.sin(ray * 12.9898 + 1)) / RAYS) * 2 * Math.PI;
    const at = (angle: number): Point => ({
      x: light.x + Math.cos(angle) * REACH,
      y: light.y + Math.sin(angle) * REACH,
    });
    const fill = ray % 4 === 1 ? colors.fire(0.6) : colors.glass(0.6);
    const opacity = 0.045 + 0.035 * Math.sin(ray * 4.1);
    return `<path d="${closedPath([light, at(from), at(to)])}" fill="${fill}" fill-opacity="${opacity.toFixed(3)}"/>`;
  });
  return [
    `<linearGradient id="dusk" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="${colors.night}"/><stop offset=".62" stop-color="${colors.dusk}"/><stop offset="1" stop-color="${colors.horizon}"/></linearGradient>`,
    `<rect width="${width}" height="${height}" fill="url(#dusk)"/>`,
    ...shards,
    `<rect x="${inset + 0.5}" y="${inset + 0.5}" width="${width - 2 * inset - 1}" height="${height - 2 * inset - 1}" rx="${inset}" fill="none" stroke="${colors.edge}" stroke-opacity=".28" stroke-width="1.5"/>`,
  ].join('');
}
