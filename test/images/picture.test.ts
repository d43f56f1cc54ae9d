import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { drawPicture } from '../../src/images/card.js';
import type { BubblePicture, PictureContent } from '../../src/images/card/pictureContent.js';
import { sceneOf } from '../../src/images/card/pictureScenes.js';
import { textOf } from '../../src/images/card/textNodes.js';
import { locales } from '../../src/locale.js';
import { chunksOf } from './chunksOf.js';

const bubble = (changes: Partial<BubblePicture> = {}): BubblePicture => ({
  kind: 'bubble',
  locale: 'EN',
  name: 'Mina',
  text: 'I start things because I can see how they end.',
  archetype: 'ARTIST',
  archetypeName: 'The Artist',
  portrait: null,
  url: null,
  ...changes,
});
const texts = (content: PictureContent): string => sceneOf(content).texts.map(textOf).join(' | ');

describe('the picture of a survey’s preview', () => {
  it.each(locales)('is a PNG of 1200 × 630 without metadata, the same each time (%s)', async (locale) => {
    const content = { kind: 'survey', locale, name: '美奈 Mina 민아' } as const;
    const png = await drawPicture(content);
    expect(await sharp(png).metadata()).toMatchObject({ format: 'png', width: 1200, height: 630 });
    expect([...new Set(chunksOf(png))].filter((type) => !/^(?:IHDR|pHYs|IDAT|IEND)$/.test(type))).toEqual([]);
    expect((await drawPicture(content)).equals(png)).toBe(true);
  });

  it.each([
    ['🦊 Mina ✨', 'How do you see Mina?'],
    ['محمد الفاتح', 'How do you see me?'],
    ['דנה', 'How do you see me?'],
    ['🐰🐰', 'How do you see me?'],
  ])('asks for a whole name or for none: %s', (name, question) => {
    const shown = texts({ kind: 'survey', locale: 'EN', name }).replace(/\s+/g, '');
    expect(shown).toContain(question.replace(/\s+/g, ''));
  });
});

describe('the picture of a reply', () => {
  it.each([
    ['EN', 'Word after word, and never an end. '],
    ['KO', '친구들이 말하길 나는 먼저 웃는 사람이래. '],
    ['JA', '友だちは私のことを、よく気がつく人だと言ってくれる。'],
  ] as const)('ends a long one with an ellipsis, inside of its panel (%s)', async (locale, sentence) => {
    const content = bubble({ locale, text: sentence.repeat(60), url: 'https://re-mirai.app/p/k7Qm2xVw9s' });
    expect(texts(content)).toContain('…');
    const { panel, qr, height } = sceneOf(content);
    expect((panel?.y ?? 0) + (panel?.height ?? 0)).toBeLessThan((qr?.bottom ?? 0) - (qr?.edge ?? 0));
    const png = await drawPicture(content);
    expect(await sharp(png).metadata()).toMatchObject({ format: 'png', width: 1080, height });
    expect([...new Set(chunksOf(png))].filter((type) => !/^(?:IHDR|pHYs|IDAT|IEND)$/.test(type))).toEqual([]);
  });

  it('leaves out emoji, and says where a letter has no glyph', () => {
    expect(texts(bubble({ text: 'I love it 😄. Really 👩‍👩‍👧!' }))).toContain('I love it. Really!');
    expect(texts(bubble({ text: 'He says שלום to all' }))).toContain('He says … to all');
  });

  it('has a QR code only if the persona is public', () => {
    expect(sceneOf(bubble()).qr).toBeNull();
    expect(sceneOf(bubble({ url: 'https://re-mirai.app/p/x' })).qr?.url).toBe('https://re-mirai.app/p/x');
  });
});
