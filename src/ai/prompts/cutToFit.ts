/** What of `[0, most]` is the largest that passes; `passes` must hold for everything below one that passes. */
function largest(most: number, passes: (count: number) => boolean): number {
  let [low, high] = [0, most];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (passes(middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The whole text where it fits, else its beginning and "…"; at the least "…" alone. Never splits a character in two. */
export function cutEnd(text: string, fits: (candidate: string) => boolean): string {
  if (fits(text)) return text;
  const characters = [...text];
  const cut = (count: number): string => `${characters.slice(0, count).join('').trimEnd()}…`;
  return cut(largest(characters.length, (count) => fits(cut(count))));
}

/** Characters at a cut that are given up so that the text begins with a whole word; without blanks there is no such place. */
const WORD_SEARCH = 40;

/** The whole text where it fits, else "…" and its end, from the beginning of a word; at the least "…" alone. */
export function cutStart(text: string, fits: (candidate: string) => boolean): string {
  if (fits(text)) return text;
  const characters = [...text];
  const cut = (count: number): string => `…${characters.slice(characters.length - count).join('')}`;
  const first = characters.length - largest(characters.length, (count) => fits(cut(count)));
  const blank = characters.slice(first, first + WORD_SEARCH).findIndex((character) => /\s/.test(character));
  return cut(characters.length - first - (blank === -1 ? 0 : blank + 1));
}
