/** Stricter than what counts as quoting, so that a check with its own way of counting finds nothing left. */
const WORDS = 4;
const CHARACTERS = 10;
const eastern = /[\p{Script=Hangul}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

const wordsOf = (text: string): string[] =>
  text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/['’]/g, '')
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter(Boolean);

const windows = <T>(parts: readonly T[], length: number): T[][] =>
  parts.slice(length - 1).map((_last, start) => parts.slice(start, start + length));

/** Whether a sentence has a few words, or characters of Korean or Japanese, in a row that one of the texts has as well. */
export function sharesRun(sentence: string, texts: readonly string[]): boolean {
  const words = wordsOf(sentence);
  const runs = windows(words, WORDS).map((run) => ` ${run.join(' ')} `);
  const dense = windows([...words.join('')], CHARACTERS)
    .map((run) => run.join(''))
    .filter((run) => eastern.test(run));
  return texts.some((text) => {
    const other = wordsOf(text);
    const spaced = ` ${other.join(' ')} `;
    const close = other.join('');
    return runs.some((run) => spaced.includes(run)) || dense.some((run) => close.includes(run));
  });
}
