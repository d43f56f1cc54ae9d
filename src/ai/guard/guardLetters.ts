import { disguises } from '../disguises.js';

function plainLetter(character: string): string {
  if (character === "'" || character === '’') return '';
  const letter = character === 'v' ? 'u' : (disguises[character] ?? character);
  return letter >= 'a' && letter <= 'z' ? letter : ' ';
}

const ascii: readonly string[] = Array.from({ length: 128 }, (_, code) =>
  plainLetter(String.fromCharCode(code).toLowerCase()),
);

/** Kana, Han and Hangul have no Latin letters in them, and are most of what is asked for; squared ones do. */
const isEastAsian = (code: number): boolean =>
  (code >= 0x3000 && code < 0x3200) || (code >= 0x3400 && code < 0xd800);

/**
 * What a character says as a letter: figures stand for the letters they look like, for a model can be asked to tell in disguise
 * what it would not tell plainly.
 * @param character one code point
 * @returns letters a to z, ' ' for what parts words, '' for what does not (an apostrophe)
 */
export function guardLetters(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  const known = ascii[code];
  if (known !== undefined) return known;
  if (isEastAsian(code)) return ' ';
  return [...character.normalize('NFKC').toLowerCase()].map(plainLetter).join('');
}
