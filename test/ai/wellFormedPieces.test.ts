import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { WellFormedPieces } from '../../src/ai/wellFormedPieces.js';

const read = (pieces: string[]): string[] => {
  const reader = new WellFormedPieces();
  return [...pieces.map((piece) => reader.push(piece)), reader.end()];
};

/** Any UTF-16 units: halves of pairs, controls and line ends among them. */
const units = fc
  .array(
    fc.oneof(
      fc.constantFrom('a', '가', '😀', '\ud83d', '\ude00', '\r\n', '\n', '\t', '\u0000', '\u007f', '\u0085'),
      fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)),
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join(''));
const cut = (text: string, at: number[]): string[] => {
  const places = [0, ...at.map((place) => place % (text.length + 1)).sort((one, other) => one - other)];
  return places.map((place, index) => text.slice(place, places[index + 1] ?? text.length));
};

describe('the pieces of a stream', () => {
  it('give the same well-formed text however it was cut', () => {
    fc.assert(
      fc.property(units, fc.array(fc.nat(), { maxLength: 10 }), (text, at) => {
        const given = read(cut(text, at));
        for (const piece of given) expect(piece.isWellFormed()).toBe(true);
        expect(given.join('')).toBe(read([text]).join(''));
        expect(given.join('')).not.toMatch(/[^\P{Cc}\n\t]/u);
      }),
      { numRuns: 500 },
    );
  });

  it('lose nothing of a text that was well-formed and clean', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.array(fc.nat(), { maxLength: 10 }), (text, at) => {
        const clean = text.replace(/\p{Cc}/gu, '');
        expect(read(cut(clean, at)).join('')).toBe(clean);
      }),
    );
  });

  it.each([
    ['a pair cut in two', ['a\ud83d', '\ude00b'], ['a', '😀b', '']],
    ['a half at the end', ['a\ud83d'], ['a', '\ufffd']],
    ['a half in the middle', ['a\ud83d', 'b'], ['a', '\ufffdb', '']],
    ['a second half alone', ['\ude00b'], ['\ufffdb', '']],
    ['a CRLF cut in two', ['a\r', '\nb'], ['a', '\nb', '']],
    ['what PostgreSQL cannot hold', ['a\u0000b\tc\u001b[1m'], ['ab\tc[1m', '']],
    ['an empty piece after a half', ['\ud83d', '', '\ude00'], ['', '', '😀', '']],
  ])('make good %s', (_, pieces, given) => {
    expect(read(pieces)).toEqual(given);
  });
});
