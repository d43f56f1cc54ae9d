import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { type CardContent, cardPixels, type CardSize, drawCard } from '../src/images/card.js';
import { locales } from '../src/locale.js';
import { sampleCard, unusualCards } from './cards/sampleCards.js';

/**
 * Draws share cards of every size, in every language and with unusual content, into screenshots/cards: `npm run
 * cards`, or `npm run cards -- story` for one size. contact-sheet-<size>.png shows all of a size.
 */
const folder = join('screenshots', 'cards');
const KINDS = [0, 1, 2];
/** Cards in a row of the contact sheet, and the width of each in pixels. */
const sheet: Record<CardSize, { columns: number; width: number }> = {
  og: { columns: 3, width: 600 },
  square: { columns: 4, width: 480 },
  story: { columns: 6, width: 320 },
};
const GAP = 12;

async function contactSheet(pictures: Buffer[], size: CardSize): Promise<Buffer> {
  const { columns, width } = sheet[size];
  const height = Math.round((width * cardPixels[size].height) / cardPixels[size].width);
  const rows = Math.ceil(pictures.length / columns);
  const tiles = await Promise.all(pictures.map((picture) => sharp(picture).resize(width, height).toBuffer()));
  return sharp({
    create: {
      width: columns * (width + GAP) + GAP,
      height: rows * (height + GAP) + GAP,
      channels: 3,
      background: '#808080',
    },
  })
    .composite(
      tiles.map((input, at) => ({
        input,
        left: GAP + (at % columns) * (width + GAP),
        top: GAP + Math.floor(at / columns) * (height + GAP),
      })),
    )
    .png()
    .toBuffer();
}

await mkdir(folder, { recursive: true });
const contents: [name: string, content: CardContent][] = [];
for (const locale of locales)
  for (const kind of KINDS) {
    const content = await sampleCard(locale, kind);
    contents.push([`${locale.toLowerCase()}-${content.archetype.toLowerCase()}`, content]);
  }
for (const [name, make] of Object.entries(unusualCards)) contents.push([name, await make()]);

const wanted = process.argv.slice(2);
for (const size of Object.keys(cardPixels) as CardSize[]) {
  if (wanted.length > 0 && !wanted.includes(size)) continue;
  const pictures: Buffer[] = [];
  for (const [name, content] of contents) {
    const picture = await drawCard(content, size);
    await writeFile(join(folder, `${name}-${size}.png`), picture);
    pictures.push(picture);
  }
  await writeFile(join(folder, `contact-sheet-${size}.png`), await contactSheet(pictures, size));
  const largest = Math.max(...pictures.map(({ length }) => length));
  process.stdout.write(`${size}: ${pictures.length} cards, at most ${Math.round(largest / 1024)} KB\n`);
}
