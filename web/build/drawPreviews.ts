import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import satori from 'satori';
import sharp from 'sharp';
import { facets, polygonPath, rimPolygon, tablePolygon } from '../src/ui/mirror/mirrorGeometry.js';

/**
 * Draws the pictures of link previews, one for each language, into web/public/preview:
 * `node --import tsx web/build/drawPreviews.ts`. The pictures are committed, so that a build needs no fonts.
 */

const [WIDTH, HEIGHT] = [1200, 630];

/** In the display fonts of the app; see tokens.css. */
const previews = {
  en: { text: 'How do you\nsee me?', font: 'fraunces/files/fraunces-latin-400-normal.woff', size: 96 },
  ko: {
    text: '나 어떤 사람 같아?',
    font: 'gowun-batang/files/gowun-batang-korean-400-normal.woff',
    size: 74,
  },
  ja: {
    text: '私って、\nどんな人に見える？',
    font: 'hina-mincho/files/hina-mincho-japanese-400-normal.woff',
    size: 68,
  },
};

const fontFile = (name: string): Promise<Buffer> =>
  readFile(fileURLToPath(new URL(`../../node_modules/@fontsource/${name}`, import.meta.url)));

/** The glass of the dark theme in the brand's hue, as hexadecimal colours because SVG programs know no oklch(). */
const glass = ['#5b4189', '#8f6bc9', '#c4aaf0', '#ece5f9'];
const unlit = '#2c2740';
const fire = '#ee97b0';

/** The first answer has lit the first facets: the reader's comes next. */
const LIT_THIRD = 0;

function mirror(): string {
  const pieces = facets.map(({ points, third, light }, index) => {
    const tone = glass[Math.min(3, Math.floor(light ** 1.3 * 4))] ?? unlit;
    const fill = third !== LIT_THIRD ? unlit : index % 5 === 0 ? fire : tone;
    return `<path d="${polygonPath(points)}" fill="${fill}" stroke="#f4eefc" stroke-opacity="0.28" stroke-width="0.5"/>`;
  });
  const edges = [tablePolygon, rimPolygon].map(
    (points) => `<path d="${polygonPath(points)}" fill="none" stroke="#d9c9f7" stroke-opacity="0.7"/>`,
  );
  return `<g transform="translate(940 315) scale(2.45)">${[...pieces, ...edges].join('')}</g>`;
}

async function draw({ text, font, size }: (typeof previews)['en']): Promise<Buffer> {
  const fonts = [
    { name: 'Display', data: await fontFile(font) },
    { name: 'Brand', data: await fontFile(previews.en.font) },
  ];
  const line = (children: string, style: object): object => ({ type: 'div', props: { style, children } });
  const words = await satori(
    {
      type: 'div',
      props: {
        style: {
          width: WIDTH,
          height: HEIGHT,
          padding: '0 560px 0 84px',
          display: 'flex',
          flexDirection: 'column',
          justifyContent: 'center',
          color: '#f1eef8',
        },
        children: [
          line(text, { fontFamily: 'Display', fontSize: size, lineHeight: 1.25, whiteSpace: 'pre-wrap' }),
          line('Re:MirAI', { fontFamily: 'Brand', fontSize: 34, marginTop: 40, color: '#c4aaf0' }),
        ],
      },
    } as Parameters<typeof satori>[0],
    { width: WIDTH, height: HEIGHT, fonts },
  );
  const ground = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}">
    <defs><radialGradient id="dusk" cx="0.75" cy="0.4" r="0.8"><stop offset="0" stop-color="#3a2f5c"/><stop offset="1" stop-color="#15131f"/></radialGradient></defs>
    <rect width="${WIDTH}" height="${HEIGHT}" fill="url(#dusk)"/>${mirror()}</svg>`;
  return sharp(Buffer.from(ground))
    .composite([{ input: Buffer.from(words) }])
    .png({ palette: true, colours: 128, compressionLevel: 9, effort: 10 })
    .toBuffer();
}

const folder = fileURLToPath(new URL('../public/preview', import.meta.url));
await mkdir(folder, { recursive: true });
for (const [language, preview] of Object.entries(previews))
  await writeFile(`${folder}/${language}.png`, await draw(preview));
