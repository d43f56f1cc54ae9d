const SMALLEST = 1;
const LARGEST = 2.25;

/**
 * The font size of a word, in rem.
 * @param share of the friends who chose it, 0–1
 * @param top the largest share of any word
 */
export function wordSize(share: number, top: number): number {
  const weight = top > 0 ? share / top : 0;
  return Number((SMALLEST + (LARGEST - SMALLEST) * weight).toFixed(3));
}
