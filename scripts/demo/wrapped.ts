/** Columns to write in: the terminal's, though no lines that are hard to read. */
export const columns = (): number => Math.min(100, Math.max(40, process.stdout.columns ?? 80));

/** Columns that a text takes: Hangul, kana and Han letters take two each. */
export const widthOf = (text: string): number =>
  [...text].reduce(
    (sum, letter) =>
      sum + (/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\uff60]/u.test(letter) ? 2 : 1),
    0,
  );

/**
 * Breaks a text at its blanks. @param first what the first line begins with, in columns @param indent blanks before each further line
 * @returns the text with its line feeds and no blank at a line's end
 */
export function wrapped(text: string, first: number, indent: number): string {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/u).filter(Boolean)) {
    const start = lines.length === 0 ? first : indent;
    if (line !== '' && start + widthOf(line) + 1 + widthOf(word) > columns()) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line].join(`\n${' '.repeat(indent)}`);
}
