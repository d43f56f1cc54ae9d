const letters = 'abcdefghijklmnopqrstuvwxyz';
const swap = (from: string, to: string) => {
  const map = new Map([...from].map((letter, at) => [letter, [...to][at] ?? letter]));
  return (text: string): string => [...text].map((letter) => map.get(letter) ?? letter).join('');
};

const asRot13 = swap(
  letters + letters.toUpperCase(),
  letters.slice(13) + letters.slice(0, 13) + (letters.slice(13) + letters.slice(0, 13)).toUpperCase(),
);
const asLeet = swap('013457@$!|', 'oieastasil');
/** Cyrillic and Greek letters that look like Latin ones. */
const asLatin = swap('аеорсухіѕјԁһкмтАЕОРСХІаορνι', 'aeopcyxisjdhkmtAEOPCXIaopvi');

const keywords =
  'ignore disregard forget previous above system prompt instructions instruction reveal repeat print rules message assistant'.split(
    ' ',
  );
/** A key that is equal for words that differ only in the order of their inner letters. */
const jumbled = (word: string): string => `${word[0]}${[...word.slice(1, -1)].sort().join('')}${word.at(-1)}`;
const known = new Map(keywords.map((word) => [jumbled(word), word]));

const fromCode = (code: string, base: number): string => String.fromCodePoint(Number.parseInt(code, base));
const decoders: ((text: string) => string)[] = [
  (text) => text.replace(/\p{Default_Ignorable_Code_Point}/gu, ''),
  (text) =>
    text.replace(/[\u{e0020}-\u{e007e}]/gu, (c) => String.fromCodePoint((c.codePointAt(0) ?? 0) - 0xe0000)),
  (text) => [...text].reverse().join(''),
  (text) => text.replace(/(?<=(?<!\w)\w)[ ._-](?=\w(?!\w))/g, ''),
  (text) => text.toLowerCase().replace(/[a-z]{4,}/g, (word) => known.get(jumbled(word)) ?? word),
  (text) => text.replace(/[A-Za-z0-9+/]{10,}={0,2}/g, (code) => Buffer.from(code, 'base64').toString()),
  (text) =>
    text.replace(/(?:[0-9a-f]{2}\s?){6,}/gi, (code) =>
      Buffer.from(code.replace(/\s/g, ''), 'hex').toString(),
    ),
  (text) => text.replace(/&#(\d{2,6});/g, (_, code: string) => fromCode(code, 10)),
  (text) =>
    text.replace(/(?:\\u|%u|%|\\x)([0-9a-f]{4}|[0-9a-f]{2})/gi, (_, code: string) => fromCode(code, 16)),
  asRot13,
  asLeet,
  asLatin,
];

/** A text and everything that a clever model could read in it: decoded, reversed, unscrambled. */
export function decodedReadings(text: string): string[] {
  const plain = text.normalize('NFKC');
  return [text, plain, ...decoders.map((decode) => decode(plain))];
}
