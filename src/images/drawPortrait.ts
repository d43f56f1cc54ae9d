import { createHash } from 'node:crypto';
import { createAvatar } from '@dicebear/core';
import * as lorelei from '@dicebear/lorelei';
import sharp from 'sharp';

const edge = 1024;

/** A dusk sky whose colours follow from the seed. */
function dusk(seed: string): string {
  const hue = 225 + ((createHash('sha256').update(seed).digest()[0] ?? 0) % 80);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${edge}" height="${edge}"><defs><linearGradient id="sky" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="hsl(${hue},45%,20%)"/><stop offset=".6" stop-color="hsl(${hue + 40},48%,48%)"/><stop offset="1" stop-color="hsl(${(hue + 120) % 360},80%,76%)"/></linearGradient></defs><rect width="${edge}" height="${edge}" fill="url(#sky)"/></svg>`;
}

/**
 * Draws a portrait locally, without an image model: a DiceBear "lorelei" (CC0) before a dusk sky.
 * @param seed the same seed gives the same portrait
 * @returns PNG, 1024×1024
 */
export async function drawPortrait(seed: string): Promise<Buffer> {
  const figure = createAvatar(lorelei, { seed, size: edge - 160 }).toString();
  return sharp(Buffer.from(dusk(seed)))
    .composite([{ input: Buffer.from(figure), gravity: 'south' }])
    .png()
    .toBuffer();
}
