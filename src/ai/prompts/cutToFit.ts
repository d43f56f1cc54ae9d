/**
 * Returns the largest integer in `[0, most]` that passes. `passes` must hold for every value below one that
 * passes.
 */
function largest(most: number, passes: (count: number) => boolean): number {
  let [low, high] = [0, most];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (passes(middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}

/**
 * Returns the whole text if it fits, otherwise its beginning and "…", and at least "…" alone. Never splits a
 * character in two.
 */
export function cutEnd(text: string, fits: (candidate: string) => boolean): string {
  if (fits(text)) return text;
  const characters = [...text];
  const cut = (count: number): string => `${characters.slice(0, count).join('').trimEnd()}…`;
  return cut(largest(characters.length, (count) => fits(cut(count))));
}

/**
 * Characters that may be dropped at a cut so that the text begins with a whole word. Text without blanks has
 * no such place.
 */
const WORD_SEARCH = 40;

/**
 * Returns the whole text if it fits, otherwise "…" and its end, from the beginning of a word, and at least
 * "…" alone.
 */
export function cutStart(text: string, fits: (candidate: string) => boolean): string {
  if (fits(text)) return text;
  const characters = [...text];
  const cut = (count: number): string => `…${characters.slice(characters.length - count).join('')}`;
  const first = characters.length - largest(characters.length, (count) => fits(cut(count)));
  const blank = characters.slice(first, first + WORD_SEARCH).findIndex((character) => /\s/.test(character));
  return cut(characters.length - first - (blank === -1 ? 0 : blank + 1));
}
