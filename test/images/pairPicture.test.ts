import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { drawPicture } from '../../src/images/card.js';
import { pairWording } from '../../src/images/card/cardWording.js';
import { pairScene } from '../../src/images/card/pairScene.js';
import type { PairPicture } from '../../src/images/card/pictureContent.js';
import { textOf } from '../../src/images/card/textNodes.js';
import { locales } from '../../src/locale.js';
import { messagesOf } from '../testkit/webMessages.js';
import { chunksOf } from './chunksOf.js';

const pair = (changes: Partial<PairPicture> = {}): PairPicture => ({
  kind: 'pair',
  locale: 'EN',
  names: ['Mina', 'Juno'],
  score: 71,
  label: 'KINDRED',
  reasons: ['Friends see both Mina and Juno as warm.', 'Friends see Mina as tidier than Juno.'],
  url: 'https://re-mirai.app/',
  ...changes,
});
const texts = (changes: Partial<PairPicture> = {}): string =>
  pairScene(pair(changes)).texts.map(textOf).join(' ');

describe('the picture of a comparison', () => {
  it.each(locales)('is a PNG of 1080 × 1350 without metadata, the same each time (%s)', async (locale) => {
    const content = pair({ locale, names: ['민아', '美奈'] });
    const png = await drawPicture(content);
    expect(await sharp(png).metadata()).toMatchObject({ format: 'png', width: 1080, height: 1350 });
    expect([...new Set(chunksOf(png))].filter((type) => !/^(?:IHDR|pHYs|IDAT|IEND)$/.test(type))).toEqual([]);
    expect((await drawPicture(content)).equals(png)).toBe(true);
  });

  it('shows the names, the score, its label and the reasons', () => {
    const shown = texts().replace(/\s+/g, ' ');
    for (const part of ['Mina and Juno', '71', 'Kindred spirits', 'Friends see both', 'tidier'])
      expect(shown).toContain(part);
  });

  it.each([0, 1, 50, 99, 100])('is drawn for a score of %i', async (score) => {
    expect((await sharp(await drawPicture(pair({ score }))).metadata()).width).toBe(1080);
  });

  it('leaves emoji out of names, and names that it cannot write with the reasons in which they are', () => {
    expect(texts({ names: ['🦊 Mina ✨', 'Juno'] })).toContain('Mina and Juno');
    for (const names of [
      ['محمد', 'Juno'],
      ['Mina', '🐰🐰'],
    ] as const) {
      expect(texts({ names })).toContain('The two of us');
      expect(texts({ names })).not.toMatch(/Friends|and Juno|Mina and/);
    }
  });

  it.each([['Bartholomew Maximilian '.repeat(6)], ['가'.repeat(120)], ['W'.repeat(200)]])(
    'keeps long names inside of its panel, above the QR code (%#)',
    async (name) => {
      const reasons = Array.from(
        { length: 4 },
        () => `Friends see both ${name} and ${name} as warm and lively.`,
      );
      const content = pair({ names: [name, name], reasons });
      const { panel, qr, texts: nodes } = pairScene(content);
      expect(nodes.map(textOf).join('')).toContain('…');
      expect((panel?.y ?? 0) + (panel?.height ?? 0)).toBeLessThan((qr?.bottom ?? 0) - (qr?.edge ?? 0));
      expect((await sharp(await drawPicture(content)).metadata()).height).toBe(1350);
    },
  );

  it.each(locales)('calls the labels what the app calls them (%s)', (locale) => {
    const { compare } = messagesOf(locale.toLowerCase() as 'en') as { compare: { label: unknown } };
    expect(pairWording[locale].labels).toEqual(compare.label);
  });
});
