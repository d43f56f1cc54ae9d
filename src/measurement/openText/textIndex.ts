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

/** An index of many friends' texts. */
export interface AnswerIndex {
  /**
   * Whether `text` quotes any of them: it contains five words, or twelve characters of Korean or Japanese, in
   * a row, regardless of case, width, punctuation and line breaks.
   */
  overlaps(text: string): boolean;
}

/**
 * Indexes the answers in one pass. A lookup then costs the length of the text, however many answers there
 * are.
 */
export function indexAnswers(answers: Iterable<string>): AnswerIndex {
  const runs = new Set<string>();
  for (const answer of answers) for (const run of quotationRuns(answer)) runs.add(run);
  return { overlaps: (text) => quotationRuns(text).some((run) => runs.has(run)) };
}

/** An index of quotes, to be searched for in a text about the same person. */
export interface QuoteIndex {
  /**
   * Whether `text` repeats one of them word for word, by the measure of indexAnswers.
   * @param cited ids of the quotes that it may repeat
   */
  repeatedIn(text: string, cited?: readonly string[]): boolean;
}

/** Indexes the quotes in one pass. A lookup then costs the length of the text and the number of quotes. */
export function indexQuotes(quotes: readonly Quote[]): QuoteIndex {
  const indexed = quotes.map(({ id, text }) => ({ id, index: indexAnswers([text]) }));
  return {
    repeatedIn: (text, cited = []) =>
      indexed.some(({ id, index }) => !cited.includes(id) && index.overlaps(text)),
  };
}
