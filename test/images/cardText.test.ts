import { describe, expect, it } from 'vitest';
import { fontStacks, widthOf } from '../../src/images/card/cardFonts.js';
import { drawableText } from '../../src/images/card/drawableText.js';
import { fitText } from '../../src/images/card/fitText.js';
import { type Locale, locales } from '../../src/locale.js';

const linesOf = (locale: Locale, text: string, ems: number, maxLines = 4): string[] =>
  fitText(text, fontStacks(locale).display, { width: ems * 20, maxLines, sizes: [20] }).lines;

describe('a text on a card', () => {
  it('breaks in Korean at spaces only', () => {
    expect(linesOf('KO', '멀리 꿈꾸는 비밀의 정원', 6)).toEqual(['멀리 꿈꾸는', '비밀의 정원']);
  });

  it('breaks in Japanese after a phrase, and never before a mark that ends one', () => {
    expect(linesOf('JA', 'まんべんなく光る羅針盤', 8)).toEqual(['まんべんなく', '光る羅針盤']);
    for (const line of linesOf('JA', 'きょうは、ずっとあーっというまでした。', 3, 9))
      expect(line).not.toMatch(/^[、。ーっょ]/);
  });

  it('breaks into lines of about the same width', () => {
    expect(linesOf('EN', 'The Evenly Lit Moon-Well', 11)).toEqual(['The Evenly Lit', 'Moon-Well']);
    expect(linesOf('EN', 'a bb ccc dddd eeeee ffffff', 11)).toHaveLength(2);
  });

  it('is as large as it can be, and ends with an ellipsis if it cannot be small enough', () => {
    const { display } = fontStacks('EN');
    const limits = { width: 300, maxLines: 2, sizes: [80, 60, 40, 20] };
    expect(fitText('Mina', display, limits).fontSize).toBe(80);
    expect(fitText('The Quiet Lighthouse', display, limits)).toMatchObject({ fontSize: 40 });
    expect(fitText('The Quiet Lighthouse', display, { ...limits, height: 50 })).toMatchObject({
      fontSize: 20,
    });
    expect(fitText('word '.repeat(60).trim(), display, limits).lines.at(-1)).toMatch(/word…$/);
  });

  it.each(locales)('is never wider than its box (%s)', (locale) => {
    const { text } = fontStacks(locale);
    for (const words of [
      'Wolfeschlegelsteinhausen'.repeat(3),
      '가나다라마바사'.repeat(9),
      'いろは、匂へど'.repeat(9),
      'a '.repeat(99),
    ])
      for (const width of [90, 200, 555])
        for (const line of fitText(words, text, { width, maxLines: 3, sizes: [60, 30, 18] }).lines)
          expect(
            widthOf(text, line) * fitText(words, text, { width, maxLines: 3, sizes: [60, 30, 18] }).fontSize,
          ).toBeLessThanOrEqual(width);
  });
});

describe('what can be drawn of a text', () => {
  const { text } = fontStacks('EN');

  it.each([
    ['Łucja Nguyễn Ærø', 'Łucja Nguyễn Ærø'],
    ['🦊 Mina ✨', 'Mina'],
    ['Mina\t\n\u200b\u202e B', 'Mina B'],
    ['1️⃣ 민아', '1 민아'],
    ['𝕸𝖎𝖓𝖆', 'Mina'],
    ['ｶﾞﾗｽ', 'ガラス'],
    ['e\u0301e\u0301', 'éé'],
  ])('is all that fonts have: %j', (raw, drawable) => {
    expect(drawableText(raw, text)).toBe(drawable);
  });

  it.each(['', ' ', '🐰', '\ud800', 'محمد', 'สมชาย', 'Mina שומר', '\u{2a6a5}田'])(
    'is nothing if nothing or half a name would be left: %j',
    (raw) => expect(drawableText(raw, text)).toBeNull(),
  );
});
