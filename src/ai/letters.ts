/** Digits and symbols that people and models substitute for similar letters to get past a word list. */
export const lookalikeLetters: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
};

function plainLetter(character: string): string {
  if (character === "'" || character === '’') return '';
  const letter = character === 'v' ? 'u' : (lookalikeLetters[character] ?? character);
  return letter >= 'a' && letter <= 'z' ? letter : ' ';
}

const ascii: readonly string[] = Array.from({ length: 128 }, (_, code) =>
  plainLetter(String.fromCharCode(code).toLowerCase()),
);

/**
 * Kana, Han and Hangul contain no Latin letters and are the most frequent input beyond ASCII. The squared
 * forms from U+3200 to U+33FF do contain Latin letters, so they are excluded.
 */
const isEastAsian = (code: number): boolean =>
  (code >= 0x3000 && code < 0x3200) || (code >= 0x3400 && code < 0xd800);

/**
 * Maps a character to the Latin letters that it can be read as. Digits count as the letters they resemble,
 * because a model can be asked to write in disguise what it would not write plainly.
 * @param character one code point
 * @returns letters a to z, ' ' for a character that separates words, '' for one that does not (an
 *   apostrophe)
 */
export function toLatinLetters(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  const known = ascii[code];
  if (known !== undefined) return known;
  if (isEastAsian(code)) return ' ';
  return [...character.normalize('NFKC').toLowerCase()].map(plainLetter).join('');
}
