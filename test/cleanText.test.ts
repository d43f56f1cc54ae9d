import { describe, expect, it } from 'vitest';
import { cleanLine, cleanText, isBlank } from '../src/cleanText.js';

describe('a text is stored', () => {
  it.each([
    ['trimmed and in NFC', '  Zoe\u0308 \n', 'Zo\u00eb'],
    ['with line breaks of one kind', 'a\r\nb\rc\u2028d\u2029e\n\tf', 'a\nb\nc\nd\ne\n\tf'],
    [
      'without direction overrides, embeddings and isolates',
      '\u202aa\u202bb\u202cc\u202dd\u202ee\u2066f\u2067g\u2068h\u2069',
      'abcdefgh',
    ],
    ['without invisible characters', 'a\u200bb\u2060c\ufeffd\u00ade\u3164f\uffa0g', 'abcdefg'],
    ['without controls and halves of surrogate pairs', 'a\0b\u001bc\u0085d\ud83de\ude00', 'abcde'],
    ['without hidden tag characters', 'a\u{e0001}\u{e0068}\u{e0069}\u{e007f}b', 'ab'],
    [
      'with the marks that other scripts need',
      '\u200fשלום\u200e می\u200cخواهم',
      '\u200fשלום\u200e می\u200cخواهم',
    ],
    ['with joined emoji, skin tones and their selectors', '👩‍👩‍👧‍👦 👩🏽‍🚀 ❤\ufe0f', '👩‍👩‍👧‍👦 👩🏽‍🚀 ❤\ufe0f'],
    [
      'without a message hidden behind a flag',
      `\u{1f3f4}${'\u{e0068}'.repeat(50)}a`,
      `\u{1f3f4}${'\u{e0068}'.repeat(7)}a`,
    ],
    ['with flags of regions', '🏴󠁧󠁢󠁳󠁣󠁴󠁿🏳️‍🌈', '🏴󠁧󠁢󠁳󠁣󠁴󠁿🏳️‍🌈'],
    ['with variants of Chinese characters', '葛\u{e0100}城', '葛\u{e0100}城'],
  ])('%s', (_, text, stored) => {
    expect(cleanText(text)).toBe(stored);
    expect(cleanText(stored)).toBe(stored);
  });

  it('as one line if it is a name', () => {
    expect(cleanLine(' Mina\t \r\n Park\u2028')).toBe('Mina Park');
  });
});

it.each([
  '',
  ' \n\t\u3000',
  '\u3164',
  '\u115f\u1160',
  '\u200b\u200d\u200f',
  '\u2800',
  '\u0301',
  '\ufe0f',
  '\u{e0100}',
  '\u0007',
])('%j is blank', (text) => expect(isBlank(text)).toBe(true));

it.each(['a', '.', '🙂', '박', '\u0e33', '1', '\u{1fae9}', '\u06dd'])('%j is not blank', (text) =>
  expect(isBlank(text)).toBe(false),
);
