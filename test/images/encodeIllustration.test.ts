import { createHash } from 'node:crypto';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { drawPortrait } from '../../src/images/drawPortrait.js';
import { encodeIllustration, encodePortrait } from '../../src/images/encodeIllustration.js';
import { failureOf } from '../ai/standIn.js';

const flat = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#5b3a8c' } });

const color = (alpha = 1) =>
  sharp({ create: { width: 900, height: 600, channels: 4, background: { r: 200, g: 100, b: 50, alpha } } });

describe('an illustration', () => {
  it('is kept as square WebP of three sizes, each under the hash of its bytes', async () => {
    const encoded = await encodeIllustration(await flat(900, 600).png().toBuffer());
    expect(encoded.map(({ width, height }) => [width, height])).toEqual([
      [1024, 1024],
      [512, 512],
      [256, 256],
    ]);
    for (const { bytes, hash, width } of encoded) {
      expect(await sharp(bytes).metadata()).toMatchObject({ format: 'webp', width });
      expect(hash).toBe(createHash('sha256').update(bytes).digest('hex'));
    }
  });

  it('keeps no metadata of what the model sent', async () => {
    const tagged = await flat(300, 300)
      .withExif({ IFD0: { ImageDescription: 'canary prompt', Artist: 'canary' } })
      .jpeg()
      .toBuffer();
    expect(tagged.includes('canary')).toBe(true);
    for (const { bytes } of await encodeIllustration(tagged)) {
      expect(bytes.includes('canary')).toBe(false);
      expect((await sharp(bytes).metadata()).exif).toBeUndefined();
    }
  });

  it.each<[what: string, picture: () => Promise<Buffer>]>([
    ['8 bits a channel', () => color().png().toBuffer()],
    ['16 bits a channel', () => color().toColourspace('rgb16').png().toBuffer()],
    ['transparency', () => color(0.5).png().toBuffer()],
    ['a palette', () => color().png({ palette: true }).toBuffer()],
    ['JPEG', () => color().jpeg({ quality: 95 }).toBuffer()],
  ])('keeps its colour: %s', async (_, picture) => {
    for (const { bytes } of await encodeIllustration(await picture())) {
      const means = (await sharp(bytes).stats()).channels.slice(0, 3).map(({ mean }) => mean);
      for (const [at, expected] of [200, 100, 50].entries())
        expect(Math.abs((means[at] ?? 0) - expected)).toBeLessThan(6);
    }
  });

  it.each<[what: string, bytes: () => Promise<Buffer>]>([
    ['nothing', async () => Buffer.alloc(0)],
    ['text', async () => Buffer.from('<html>not a picture</html>')],
    ['an SVG', async () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')],
    ['half a picture', async () => (await drawPortrait('x')).subarray(0, 20_000)],
    ['a picture of too many pixels', () => flat(5000, 5000).png().toBuffer()],
  ])('is not made of %s, and another try may do better', async (_, bytes) => {
    expect((await failureOf(encodeIllustration(await bytes()))).kind).toBe('cut');
  });
});

describe('the local portrait', () => {
  it('is the same for the same seed, another for another, and can be kept as an illustration', async () => {
    const [one, again, other] = await Promise.all([drawPortrait('a'), drawPortrait('a'), drawPortrait('b')]);
    expect(again.equals(one)).toBe(true);
    expect(other.equals(one)).toBe(false);
    expect(await sharp(one).metadata()).toMatchObject({ format: 'png', width: 1024, height: 1024 });
    expect(await encodePortrait('a')).toEqual(await encodeIllustration(one));
  });
});
