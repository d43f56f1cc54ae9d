/**
 * Stricter than the product's definition of quoting, so that a checker that counts differently still passes.
 */
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

/** Whether a sentence shares a run of words, or of Korean or Japanese characters, with one of the texts. */
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
