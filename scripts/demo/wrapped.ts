/** The line width in columns: the terminal's, between 40 and a readable 100. */
export const columns = (): number => Math.min(100, Math.max(40, process.stdout.columns ?? 80));

/** The width of a text in columns. Hangul, kana and Han characters take two each. */
export const widthOf = (text: string): number =>
  [...text].reduce(
    (sum, letter) =>
      sum + (/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\uff60]/u.test(letter) ? 2 : 1),
    0,
  );

/**
 * Wraps a text at its spaces.
 * @param first columns already used in the first line
 * @param indent spaces before each further line
 * @returns the text with line feeds and without trailing spaces
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
