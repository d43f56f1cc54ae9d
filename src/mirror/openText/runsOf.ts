import { foldText } from './foldText.js';

const WORDS = 5;
const CHARACTERS = 12;
const cjk = /[\p{Script=Hangul}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]/u;

/**
 * Returns the shortest runs that count as quoted: every five consecutive words, and every twelve consecutive
 * characters (ignoring blanks) of which more than half are Hangul, Han or kana, because Korean and Japanese
 * say much in few words and Japanese has no blanks. Two texts share a longer run exactly if they share one of
 * these.
 */
export function quotationRuns(text: string): string[] {
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
