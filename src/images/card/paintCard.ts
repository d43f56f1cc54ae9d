import sharp from 'sharp';
import { cardColors } from './cardColors.js';
import { type CardContent, cardPixels, type CardSize } from './cardContent.js';
import { cardLayouts } from './cardLayouts.js';
import { drawBrandMark } from './drawBrandMark.js';
import { drawDusk } from './drawDusk.js';
import { drawMirror } from './drawMirror.js';
import { drawQr } from './drawQr.js';
import { drawRadar, hasRadar } from './drawRadar.js';
import { writeCard } from './writeCard.js';

/**
 * Paints a card: sharp turns one SVG into the PNG. The same content gives the same bytes. Only the image process
 * calls this, because it keeps a core busy.
 */
export async function paintCard(content: CardContent, size: CardSize): Promise<Buffer> {
  const pixels = cardPixels[size];
  const layout = cardLayouts[size];
  const colors = cardColors(content.archetype);
  const qr = drawQr(content.url, layout.qr, colors);
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${pixels.width}" height="${pixels.height}">`,
    drawDusk(pixels, layout.mirror.center, colors),
    await drawMirror(layout.mirror, content.portrait, colors),
    hasRadar(content) ? drawRadar(content.traits, layout.radar, colors) : '',
    qr.svg,
    drawBrandMark(layout.brand),
    await writeCard(content, size, layout, colors, qr.edge),
    '</svg>',
  ].join('');
  return sharp(Buffer.from(svg)).removeAlpha().png({ compressionLevel: 6 }).toBuffer();
}
