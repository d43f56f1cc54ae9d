import type { Quote } from '../evidence.js';

/**
 * Normalizes text for comparison. Compatibility forms, case, punctuation, symbols and invisible characters do
 * not count, and words are separated by one blank. Apostrophes vanish (don't, dont); other marks separate
 * words (hard-working, hard working). Upper case, because it maps more together than lower case does: ß and
 * SS, ς and σ.
 */
export function foldText(text: string): string {
  return (
    text
      // NFKC would turn it into a blank and an accent.
      .replace(/´/gu, "'")
      .normalize('NFKC')
      .toUpperCase()
      .normalize('NFKC')
      .replace(/[\p{Default_Ignorable_Code_Point}'’‘ʼ`]/gu, '')
      .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
      .trim()
  );
}

const WORDS = 5;
const CHARACTERS = 12;
const cjk = /[\p{Script=Hangul}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]/u;

/**
 * Returns the shortest runs that count as quoted: every five consecutive words, and every twelve consecutive
 * characters (ignoring blanks) of which more than half are Hangul, Han or kana, because Korean and Japanese
 * say much in few words and Japanese has no blanks. Two texts share a longer run exactly if they share one of
 * these.
 */
function quotationRuns(text: string): string[] {
  const words = foldText(text)
    .split(' ')
    .filter((word) => word !== '');
  const characters = [...words.join('')];
  const eastern = characters.map((character) => Number(cjk.test(character)));
  return [
    ...windows(words, WORDS).map((run) => run.join(' ')),
    // Contains no blank, so it never equals a run of words.
    ...windows(characters, CHARACTERS)
      .filter((_run, start) => 2 * sum(eastern.slice(start, start + CHARACTERS)) > CHARACTERS)
      .map((run) => run.join('')),
  ];
}

const windows = (parts: readonly string[], length: number): string[][] =>
  parts.slice(length - 1).map((_last, start) => parts.slice(start, start + length));

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

/** An index of quotes, to be searched for in a text about the same person. */
export interface QuoteIndex {
  /**
   * Whether `text` repeats one of them word for word, a run of five words, or of twelve characters of Korean or
   * Japanese.
   * @param cited ids of the quotes that it may repeat
   */
  repeatedIn(text: string, cited?: readonly string[]): boolean;
}

/** Indexes the quotes in one pass. A lookup then costs the length of the text and the number of quotes. */
export function indexQuotes(quotes: readonly Quote[]): QuoteIndex {
  const indexed = quotes.map(({ id, text }) => ({ id, runs: new Set(quotationRuns(text)) }));
  return {
    repeatedIn: (text, cited = []) => {
      const runs = quotationRuns(text);
      return indexed.some((quote) => !cited.includes(quote.id) && runs.some((run) => quote.runs.has(run)));
    },
  };
}

/**
 * Leaves out texts that repeat an earlier one of them. Friends write about the same things, so blends of
 * different groups may say the same in the same words. A sentence could then cite one quote and be taken for
 * a repetition of the other.
 */
export function withoutRepetitions(texts: readonly string[]): string[] {
  const distinct: Quote[] = [];
  for (const text of texts)
    if (!indexQuotes(distinct).repeatedIn(text) && !distinct.some((one) => isSame(one.text, text)))
      distinct.push({ id: String(distinct.length), text });
  return distinct.map(({ text }) => text);
}

/** For texts too short to hold a run. */
const isSame = (one: string, other: string): boolean => foldText(one) === foldText(other);
