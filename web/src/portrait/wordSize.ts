const SMALLEST = 1;
const LARGEST = 2.25;

/** How large a word is set, in rem. @param share of the friends who chose it, 0–1 @param top the largest share there is */
export function wordSize(share: number, top: number): number {
  const weight = top > 0 ? share / top : 0;
  return Number((SMALLEST + (LARGEST - SMALLEST) * weight).toFixed(3));
}
