import satori from 'satori';
import sharp from 'sharp';
import { brandStack, fontStacks } from './cardFonts.js';
import { BRAND, drawBrandMark, markWidth } from './drawBrandMark.js';
import { drawDusk } from './drawDusk.js';
import { drawMirror } from './drawMirror.js';
import { drawPair } from './drawPair.js';
import { drawQr } from './drawQr.js';
import type { PictureContent } from './pictureContent.js';
import { sceneOf } from './pictureScenes.js';
import { column, fontsFor, line, row, type TextNode, textOf } from './textNodes.js';

/**
 * Paints a picture other than a persona's card as PNG without metadata. The same content gives the same bytes. Only
 * the image process calls this.
 */
export async function paintPicture(content: PictureContent): Promise<Buffer> {
  const scene = sceneOf(content);
  const { width, height, colors, mirror, brand, panel } = scene;
  const { display, text } = fontStacks(content.locale);
  const name = line(BRAND, brandStack, brand.size, colors.text, { marginLeft: markWidth(brand.size) });
  const root: TextNode = {
    type: 'div',
    props: {
      style: { display: 'flex', position: 'relative', width, height },
      children: [column(brand, [row([name])]), ...scene.texts],
    },
  };
  const fonts = fontsFor([brandStack, display, text], textOf(root));
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">`,
    drawDusk({ width, height }, mirror.center, colors),
    'score' in mirror
      ? drawPair(mirror, mirror.score)
      : await drawMirror(mirror, mirror.portrait, colors, mirror.lit),
    panel === null
      ? ''
      : `<rect x="${panel.x}" y="${panel.y}" width="${panel.width}" height="${panel.height}" rx="44" fill="${colors.night}" fill-opacity=".62" stroke="${colors.edge}" stroke-opacity=".35" stroke-width="1.5"/>`,
    scene.qr === null ? '' : drawQr(scene.qr.url, scene.qr, colors).svg,
    drawBrandMark(brand),
    await satori(root, { width, height, fonts }),
    '</svg>',
  ].join('');
  return sharp(Buffer.from(svg)).removeAlpha().png({ compressionLevel: 6 }).toBuffer();
}
