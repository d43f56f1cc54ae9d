import QRCode from 'qrcode';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { sampleCard, unusualCards } from '../../scripts/cards/sampleCards.js';
import { type CardContent, cardHash, cardPixels, type CardSize, drawCard } from '../../src/images/card.js';
import { cardLayouts } from '../../src/images/card/cardLayouts.js';
import { ImageEncoder, imageEncoder } from '../../src/images/imageEncoder.js';
import { locales } from '../../src/locale.js';
import { sourceFiles } from '../testkit/sourceFiles.js';

const sizes = Object.keys(cardPixels) as CardSize[];
const maxBytes: Record<CardSize, number> = { og: 1_000_000, square: 2_000_000, story: 2_000_000 };

/** The types of a PNG's chunks, in order. */
function chunksOf(png: Buffer): string[] {
  const chunks: string[] = [];
  for (let at = 8; at < png.length; at += png.readUInt32BE(at) + 12)
    chunks.push(png.toString('latin1', at + 4, at + 8));
  return chunks;
}

/** The brightness of one pixel after the other, 0–255. */
async function grayOf(png: Buffer): Promise<{ data: Buffer; width: number; height: number }> {
  const { data, info } = await sharp(png).greyscale().raw().toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}

/** The dark modules of the QR code with its quiet zone, read from a card's pixels. */
async function readQr(png: Buffer, size: CardSize, modules: number): Promise<boolean[]> {
  const { right, bottom, edge } = cardLayouts[size].qr;
  const across = modules + 8;
  const module = Math.floor(edge / across);
  const { data, width } = await grayOf(png);
  return Array.from({ length: across * across }, (_, at) => {
    const x = right - across * module + ((at % across) + 0.5) * module;
    const y = bottom - across * module + (Math.floor(at / across) + 0.5) * module;
    const gray = data[Math.floor(y) * width + Math.floor(x)] ?? 128;
    expect(gray < 40 || gray > 240, 'a module is black or white').toBe(true);
    return gray < 40;
  });
}

function expectedQr(url: string): { modules: number; dark: boolean[] } {
  const { modules } = QRCode.create(url, { errorCorrectionLevel: 'M' });
  const across = modules.size + 8;
  const isCode = (at: number): boolean => at >= 4 && at < modules.size + 4;
  return {
    modules: modules.size,
    dark: Array.from({ length: across * across }, (_, at) => {
      const [row, column] = [Math.floor(at / across), at % across];
      return isCode(row) && isCode(column) && modules.get(row - 4, column - 4) !== 0;
    }),
  };
}

describe('a share card', () => {
  it.each(sizes)('is a PNG of its size without metadata in every language (%s)', async (size) => {
    for (const [kind, locale] of locales.entries()) {
      const png = await drawCard(await sampleCard(locale, kind), size);
      expect(await sharp(png).metadata()).toMatchObject({
        format: 'png',
        hasAlpha: false,
        ...cardPixels[size],
      });
      expect([...new Set(chunksOf(png))].filter((type) => !/^(?:IHDR|pHYs|IDAT|IEND)$/.test(type))).toEqual(
        [],
      );
      expect(png.length).toBeLessThan(maxBytes[size]);
    }
  });

  it.each(sizes)('stays small with the portrait that compresses least (%s)', async (size) => {
    const noise = await sharp({
      create: {
        width: 1024,
        height: 1024,
        channels: 3,
        background: '#000',
        noise: { type: 'gaussian', mean: 128, sigma: 60 },
      },
    })
      .webp({ quality: 82 })
      .toBuffer();
    expect((await drawCard(await sampleCard('EN', 0, { portrait: noise }), size)).length).toBeLessThan(
      maxBytes[size],
    );
  });

  it('keeps no prompt that the portrait carries', async () => {
    const tagged = await sharp({ create: { width: 64, height: 64, channels: 3, background: '#5b3a8c' } })
      .withExif({ IFD0: { ImageDescription: 'canary prompt' } })
      .webp()
      .toBuffer();
    expect(tagged.includes('canary')).toBe(true);
    expect((await drawCard(await sampleCard('EN', 0, { portrait: tagged }), 'og')).includes('canary')).toBe(
      false,
    );
  });

  it('of the same content has the same bytes, in another process too', async () => {
    const card = await sampleCard('JA', 2);
    const [one, again] = await Promise.all([drawCard(card, 'og'), drawCard(card, 'og')]);
    expect(again.equals(one)).toBe(true);
    expect((await new ImageEncoder().draw({ card, size: 'og' })).equals(one)).toBe(true);
  });

  it.each(sizes)('has a QR code with a quiet zone that leads to its address (%s)', async (size) => {
    for (const url of [
      'https://re-mirai.app/p/k7Qm2xVw9s',
      `https://a-long-host.example.org/p/${'x'.repeat(40)}`,
    ]) {
      const { modules, dark } = expectedQr(url);
      const png = await drawCard(await sampleCard('EN', 0, { url, portrait: null }), size);
      expect(await readQr(png, size, modules)).toEqual(dark);
    }
  });
});

describe('unusual content', () => {
  const plainCards = new Map<string, Promise<Buffer>>();
  async function plainCard(archetype: CardContent['archetype']): Promise<Buffer> {
    const known = plainCards.get(archetype);
    if (known !== undefined) return known;
    const plain = drawCard(await sampleCard('EN', 0, { archetype, portrait: null }), 'square');
    plainCards.set(archetype, plain);
    return plain;
  }
  const changed = async (changes: Partial<CardContent>): Promise<Buffer> =>
    drawCard(await sampleCard('EN', 0, { portrait: null, ...changes }), 'og');

  it.each(Object.entries(unusualCards))('leaves margin and QR code as they are: %s', async (_, make) => {
    const content = await make();
    const png = await drawCard(content, 'square');
    const [gray, expected] = [await grayOf(png), await grayOf(await plainCard(content.archetype))];
    const margin = 24;
    let differences = 0;
    for (let y = 0; y < gray.height; y += 1)
      for (let x = 0; x < gray.width; x += 1) {
        const isInside = Math.min(x, y, gray.width - 1 - x, gray.height - 1 - y) >= margin;
        if (!isInside && gray.data[y * gray.width + x] !== expected.data[y * gray.width + x])
          differences += 1;
      }
    expect(differences).toBe(0);
    const { modules, dark } = expectedQr(content.url);
    expect(await readQr(png, 'square', modules)).toEqual(dark);
  });

  it('draws nothing for what no font has, instead of boxes', async () => {
    const named = (name: string): Promise<Buffer> => changed({ name });
    const [mina, nobody] = [await named('Mina'), await named('')];
    for (const same of ['🦊 Mina ✨', 'Mi\u0000na', '\u202eMina', '  Mina\n', 'Mina\ud83d', '𝓜𝓲𝓷𝓪', 'Mina👩‍👩‍👧‍👦'])
      expect((await named(same)).equals(mina), JSON.stringify(same)).toBe(true);
    for (const none of ['محمد', 'สมชาย', '🐰🐰', '\ud800', 'Mina אבג', '\u{2a6a5}'])
      expect((await named(none)).equals(nobody), JSON.stringify(none)).toBe(true);
  });

  it('is text, never markup', async () => {
    const marked = await changed({ name: '<b>Mina</b>', title: '"><image href="file:///etc/passwd"/>&amp;' });
    expect(marked.equals(await changed({ name: 'Mina', title: '&' }))).toBe(false);
  });

  it.each<[what: string, changes: Partial<CardContent>]>([
    ['a very long title', { title: 'word '.repeat(5_000) }],
    ['a very long title without a space', { title: '가'.repeat(50_000) }],
    ['piled up marks', { name: `Z${'\u0351\u036b'.repeat(400)}` }],
    [
      'two traits',
      {
        traits: [
          { name: 'A', score: 1 },
          { name: 'B', score: 2 },
        ],
      },
    ],
    [
      'scores beyond the scale',
      { traits: [NaN, -5, 1e9, Infinity, 50].map((score) => ({ name: '', score })) },
    ],
    ['a name of the prototype', { name: 'constructor', title: '__proto__ toString' }],
    ['no words at all', { name: '', title: '', archetypeName: '', rarity: '' }],
  ])('is drawn: %s', async (_, changes) => {
    expect(await sharp(await changed(changes)).metadata()).toMatchObject(cardPixels.og);
  });

  it('is refused if the portrait is not a picture, and the next card is drawn', async () => {
    await expect(changed({ portrait: new Uint8Array([1, 2, 3]) })).rejects.toThrow();
    expect(chunksOf(await changed({}))).toContain('IDAT');
  });
});

describe('the drawing', () => {
  it('is left to the image process', async () => {
    await drawCard(await sampleCard('KO', 0), 'og');
    const content = await sampleCard('KO', 1);
    const before = process.threadCpuUsage();
    await drawCard(content, 'story');
    const { user, system } = process.threadCpuUsage(before);
    // Painting takes ten times as long.
    expect((user + system) / 1000).toBeLessThan(50);
    expect(imageEncoder.pid).not.toBeNull();
    expect(
      reachedFrom('src/images/card.ts').filter((text) => /from '(?:satori|sharp|qrcode)'/.test(text)),
    ).toEqual([]);
  });

  it('fails with a process that is killed, and the next one draws the card', async () => {
    const encoder = new ImageEncoder();
    const card = await sampleCard('EN', 0);
    const expected = await encoder.draw({ card, size: 'og' });
    const lost = encoder.draw({ card, size: 'story' });
    process.kill(encoder.pid ?? 0, 'SIGKILL');
    await expect(lost).rejects.toThrow('SIGKILL');
    expect((await encoder.draw({ card, size: 'og' })).equals(expected)).toBe(true);
  });
});

it('an image process that hangs is killed, and the next one draws', async () => {
  const encoder = new ImageEncoder({ longestTaskMs: 3_000 });
  const card = await sampleCard('EN', 0);
  const hanging = encoder.draw({ card, size: 'og' });
  process.kill(encoder.pid ?? 0, 'SIGSTOP');
  await expect(hanging).rejects.toThrow('SIGKILL');
  const patient = new ImageEncoder();
  expect((await patient.draw({ card, size: 'og' })).length).toBeGreaterThan(1_000);
});

describe('the hash of a card', () => {
  it('is another for every change that shows, and the same for the same content', async () => {
    const card = { ...(await sampleCard('EN', 0)), portrait: 'one' };
    const changes: Partial<Parameters<typeof cardHash>[0]>[] = [
      { locale: 'KO' },
      { name: 'Mino' },
      { title: 'The Loud Lighthouse' },
      { archetype: 'SAGE' },
      { archetypeName: 'The Sage' },
      { rarity: null },
      { traits: card.traits.slice(1) },
      { traits: card.traits.map(({ name, score }) => ({ name, score: score + 1 })) },
      { friends: 13 },
      { portrait: null },
      { portrait: 'another' },
      { url: 'https://re-mirai.app/p/another' },
    ];
    const hashes = [
      ...sizes.map((size) => cardHash(card, size)),
      ...changes.map((change) => cardHash({ ...card, ...change }, 'og')),
    ];
    expect(new Set(hashes).size).toBe(hashes.length);
    const reordered = Object.fromEntries(Object.entries(card).reverse()) as unknown as typeof card;
    expect(cardHash(reordered, 'og')).toBe(hashes[0]);
    expect(hashes[0]).toMatch(/^[0-9a-f]{64}$/);
  });
});

/** The texts of a file and of everything that it loads, types left out. */
function reachedFrom(start: string): string[] {
  const files = new Map(sourceFiles('src').map((file) => [file.path, file]));
  const reached = new Set<string>();
  const visit = (path: string): void => {
    if (reached.has(path)) return;
    reached.add(path);
    for (const { to, isTypeOnly } of files.get(path)?.imports ?? []) if (!isTypeOnly) visit(to);
  };
  visit(start);
  return [...reached].map((path) => files.get(path)?.text ?? '');
}
