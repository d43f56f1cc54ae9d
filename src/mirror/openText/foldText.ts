/**
 * Text as it is compared: compatibility forms, case, punctuation, symbols and what no font shows do not count, and words
 * are separated by one blank. Apostrophes vanish (don't, dont), other marks separate (hard-working, hard working).
 * Upper case, because it maps more together than lower case does: ß and SS, ς and σ.
 */
export function foldText(text: string): string {
  return (
    text
      // Compatibility would make it a blank and an accent.
      .replace(/´/gu, "'")
      .normalize('NFKC')
      .toUpperCase()
      .normalize('NFKC')
      .replace(/[\p{Default_Ignorable_Code_Point}'’‘ʼ`]/gu, '')
      .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
      .trim()
  );
}
