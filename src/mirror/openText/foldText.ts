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
