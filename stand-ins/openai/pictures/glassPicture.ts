import { seededRandom } from '../author/seededRandom.js';
import { cutShape } from './cutShape.js';
import { emblems } from './emblems.js';
import type { Point } from './shape.js';
import { paletteOf, skyBehind, skyDefinitions } from './sky.js';

const size = 1024;
const ground = 850;

const place = ([x, y]: Point): Point => [size / 2 + x * 330, 500 + y * 340];

/**
 * The emblem that a prompt names, in cut glass against the sky, with its reflection below. If the prompt
 * names no known emblem, the picture shows a moon.
 * @param prompt determines the emblem, the colours and every cut: the same prompt gives the same picture
 * @returns an SVG document of 1024×1024
 */
function glassPicture(prompt: string): string {
  const random = seededRandom(prompt);
  const palette = paletteOf(prompt);
  const thing = Object.keys(emblems).find((word) => new RegExp(`\\b${word}\\b`).test(prompt)) ?? 'moon';
  const sky = skyBehind(palette, size, random);
  const glass = (emblems[thing] ?? []).map((shape) => cutShape(shape, palette, place, random)).join('');
  return `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 ${size} ${size}" width="${size}" height="${size}">
<defs>${skyDefinitions(palette)}<filter id="soft" x="-10%" y="-10%" width="120%" height="120%"><feGaussianBlur stdDeviation="6"/></filter><g id="thing">${glass}</g></defs>
${sky}<circle cx="${size / 2}" cy="480" r="500" fill="url(#halo)"/>
<rect y="${ground}" width="${size}" height="${size - ground}" fill="#0b0820" fill-opacity=".45"/>
<g filter="url(#soft)" opacity=".35" transform="translate(0 ${2 * ground}) scale(1 -1)"><use xlink:href="#thing"/></g>
<rect y="${ground}" width="${size}" height="2" fill="#fff" fill-opacity=".22"/><use xlink:href="#thing"/></svg>`;
}

let last: Promise<unknown> = Promise.resolve();

/**
 * Draws one picture at a time, because each takes a core for a while and this model runs beside the product.
 * @returns the stand-in's picture for a prompt as PNG, 1024×1024; the same prompt gives the same picture
 */
export function renderPicture(prompt: string): Promise<Buffer> {
  const render = async (): Promise<Buffer> => {
    // Loaded with the first picture.
    const { default: sharp } = await import('sharp');
    return sharp(Buffer.from(glassPicture(prompt)))
      .png({ compressionLevel: 6 })
      .toBuffer();
  };
  const picture = last.then(render, render);
  last = picture;
  return picture;
}
