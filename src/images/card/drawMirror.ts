import sharp from 'sharp';
import type { CardColors } from './cardColors.js';
import { MIRROR_WIDTH, mirrorFacets, rimPolygon, tablePolygon } from './mirrorFacets.js';
import { closedPath, cornerOf, LIGHT_ANGLE, placed, type Point } from './polygons.js';

/** Where the mirror is. `radius` is half its height. */
interface MirrorPlace {
  center: Point;
  radius: number;
}

const maxInputPixels = 4096 * 4096;
/** Where the light flashes, by corner of the rim, and how large. */
const flashes = [
  { corner: 8, size: 0.17 },
  { corner: 1, size: 0.085 },
] as const;
/** One in this many facets splits the light. */
const FIRE_EVERY = 5;

/** The part of the illustration that the table shows, as a data URI. */
async function portraitImage(portrait: Uint8Array, width: number, height: number): Promise<string> {
  const png = await sharp(portrait, { limitInputPixels: maxInputPixels, failOn: 'error' })
    .resize(width, height, { fit: 'cover', position: 'top' })
    .removeAlpha()
    // It is unpacked again at once.
    .png({ compressionLevel: 1 })
    .toBuffer();
  return `data:image/png;base64,${png.toString('base64')}`;
}

/**
 * The mirror of cut glass with the portrait in its table, or a whole gem.
 * @param lit a third of the gem has its colours once one friend has answered
 * @returns SVG elements
 */
export async function drawMirror(
  { center, radius }: MirrorPlace,
  portrait: Uint8Array | null,
  colors: CardColors,
  lit: 'whole' | 'third' = 'whole',
): Promise<string> {
  const pathOf = (points: readonly Point[]): string =>
    closedPath(points.map((point) => placed(point, radius, center)));
  const glass = mirrorFacets
    .map(({ points, place, light }, index) => {
      if (place === 'table' && portrait !== null) return '';
      const tone = light ** 1.25;
      const isLit = lit === 'whole' || index < mirrorFacets.length / 3;
      if (!isLit)
        return `<path d="${pathOf(points)}" fill="${colors.glass(0)}" fill-opacity="${(0.14 + 0.3 * tone).toFixed(3)}"/>`;
      const fill = index % FIRE_EVERY === 0 ? colors.fire(tone) : colors.glass(tone);
      return `<path d="${pathOf(points)}" fill="${fill}"/>`;
    })
    .join('');
  const edge = `stroke="${colors.edge}" stroke-linejoin="round"`;
  const width = radius / 220;
  return [
    `<radialGradient id="halo"><stop offset=".55" stop-color="${colors.glow}" stop-opacity=".75"/><stop offset="1" stop-color="${colors.glow}" stop-opacity="0"/></radialGradient>`,
    `<radialGradient id="flash"><stop offset="0" stop-color="#fff" stop-opacity=".55"/><stop offset="1" stop-color="${colors.edge}" stop-opacity="0"/></radialGradient>`,
    `<linearGradient id="depth" x1=".15" y1="0" x2=".8" y2="1"><stop offset="0" stop-color="#fff" stop-opacity=".22"/><stop offset=".45" stop-color="#fff" stop-opacity="0"/><stop offset=".55" stop-color="${colors.night}" stop-opacity="0"/><stop offset="1" stop-color="${colors.night}" stop-opacity=".42"/></linearGradient>`,
    `<ellipse cx="${center.x}" cy="${center.y}" rx="${radius * 1.3}" ry="${radius * 1.36}" fill="url(#halo)"/>`,
    `<path d="${pathOf(rimPolygon)}" fill="${colors.night}"/>`,
    `<g ${edge} stroke-width="${width}" stroke-opacity=".35">${glass}</g>`,
    `<path d="${pathOf(rimPolygon)}" fill="url(#depth)"/>`,
    portrait === null ? '' : await drawTable(),
    `<path d="${pathOf(rimPolygon)}" fill="none" ${edge} stroke-width="${width * 1.6}" stroke-opacity=".55"/>`,
    ...flashes.map(({ corner, size }) => drawFlash(rimPolygon[corner] ?? { x: 0, y: 0 }, size)),
  ].join('');

  /** A star of four points. */
  function drawFlash(at: Point, size: number): string {
    const star = Array.from({ length: 8 }, (_, corner) => {
      const reach = corner % 2 === 1 ? size * 0.09 : corner % 4 === 0 ? size : size * 0.62;
      const { x, y } = cornerOf(corner, 8, reach);
      return { x: at.x + x, y: at.y + y };
    });
    const { x, y } = placed(at, radius, center);
    return `<circle cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="${(size * radius * 0.55).toFixed(1)}" fill="url(#flash)"/><path d="${pathOf(star)}" fill="#fff"/>`;
  }

  async function drawTable(): Promise<string> {
    const height = Math.round(radius * 1.54);
    const image = await portraitImage(portrait ?? new Uint8Array(), height, height);
    const table = pathOf(tablePolygon);
    const reflections = tablePolygon
      .map((corner, side) => {
        const next = tablePolygon[(side + 1) % tablePolygon.length] ?? corner;
        const angle = Math.atan2(corner.y + next.y, (corner.x + next.x) / MIRROR_WIDTH);
        const light = Math.cos(angle - LIGHT_ANGLE) + Math.sin(side * 12.9898) * 0.2;
        const fill = light > 0 ? '#fff' : colors.night;
        const opacity = Math.min(0.26, Math.abs(light) * (light > 0 ? 0.16 : 0.22));
        return `<path d="${pathOf([{ x: corner.x * 0.8, y: corner.y * 0.8 }, corner, next, { x: next.x * 0.8, y: next.y * 0.8 }])}" fill="${fill}" fill-opacity="${opacity.toFixed(3)}"/>`;
      })
      .join('');
    return [
      `<clipPath id="table"><path d="${table}"/></clipPath>`,
      `<linearGradient id="glaze" x1=".12" y1="0" x2=".72" y2="1"><stop offset="0" stop-color="#fff" stop-opacity=".38"/><stop offset=".36" stop-color="#fff" stop-opacity=".07"/><stop offset=".365" stop-color="#fff" stop-opacity="0"/></linearGradient>`,
      `<g clip-path="url(#table)">`,
      `<image href="${image}" x="${Math.round(center.x - height / 2)}" y="${Math.round(center.y - height / 2)}" width="${height}" height="${height}"/>`,
      reflections,
      `<path d="${table}" fill="url(#glaze)"/>`,
      `</g>`,
      `<path d="${table}" fill="none" ${edge} stroke-width="${width * 1.5}" stroke-opacity=".7"/>`,
    ].join('');
  }
}
