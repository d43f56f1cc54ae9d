import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';

/**
 * Draws the icons of the installed app from favicon.svg into web/public/icons: `node --import tsx web/build/drawIcons.ts`.
 * Run it when the favicon changes.
 */
const folder = join(import.meta.dirname, '../public');
const svg = readFileSync(join(folder, 'favicon.svg'), 'utf8');
const facets = svg.replace(/^[\s\S]*?<rect[^>]*\/>|<\/svg>\s*$/g, '');

/** @param scale of the mark, so that a launcher can cut a circle out of the icon. @param ground null for none */
const icon = (scale: number, ground: string | null): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64">${
    ground === null ? '' : `<rect width="64" height="64" fill="${ground}" />`
  }<g transform="translate(32 32) scale(${scale}) translate(-32 -32)">${facets}</g></svg>`;

const draw = async (source: string, size: number, name: string): Promise<void> => {
  const file = join(folder, 'icons', `${name}-${size}.png`);
  await sharp(Buffer.from(source), { density: (72 * size) / 64 })
    .resize(size, size)
    .png({ compressionLevel: 9 })
    .toFile(file);
};

const GROUND = '#15131f';
await draw(svg, 192, 'icon');
await draw(svg, 512, 'icon');
await draw(icon(0.8, GROUND), 512, 'maskable');
await draw(icon(0.95, GROUND), 180, 'apple-touch');
// Android shows the badge as a silhouette: only its opacity counts.
await draw(icon(1.1, null).replace(/(fill|stroke)="#[0-9a-f]+"/gi, '$1="#fff"'), 96, 'badge');
