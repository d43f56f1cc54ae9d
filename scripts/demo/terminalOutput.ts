/** The line width in columns: the terminal's, between 40 and a readable 100. */
const columns = (): number => Math.min(100, Math.max(40, process.stdout.columns ?? 80));

/** The width of a text in columns. Hangul, kana and Han characters take two each. */
const widthOf = (text: string): number =>
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
function wrapText(text: string, first: number, indent: number): string {
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

const paint = (code: number) => (text: string) =>
  process.stdout.isTTY ? `\u001b[${code}m${text}\u001b[0m` : text;
const bold = paint(1);
const dim = paint(2);
const green = paint(32);
const magenta = paint(35);
const cyan = paint(36);

const line = (text = ''): void => void process.stdout.write(`${text}\n`);
/** A paragraph whose lines all have the same indent. */
const indented = (text: string, indent: number): void =>
  line(`${' '.repeat(indent)}${wrapText(text, indent, indent)}`.trimEnd());

/** State of the line that streamed words are written to. */
let column = 0;
/** Whether the next piece may continue the current word. */
let isInWord = false;
/** A space that is written with the word after it. */
let pendingSpace = '';
const INDENT = 4;

/**
 * Writes streamed words and wraps lines between them. A space is written with the word after it, so no line
 * ends in one.
 */
function words(text: string): void {
  for (const part of text.match(/\S+|\s+/gu) ?? []) {
    if (/^\s/u.test(part)) {
      pendingSpace = column > INDENT ? ' ' : '';
      isInWord = false;
      continue;
    }
    const width = widthOf(part);
    if (!isInWord && column > INDENT && column + pendingSpace.length + width > columns()) {
      process.stdout.write(`\n${' '.repeat(INDENT)}`);
      column = INDENT;
      pendingSpace = '';
    }
    process.stdout.write(`${pendingSpace}${cyan(part)}`);
    column += pendingSpace.length + width;
    pendingSpace = '';
    isInWord = true;
  }
}

/** The demo's terminal output: steps, live events with their latency, and results. */
export const output = {
  title: (text: string): void => line(`\n${bold(magenta(wrapText(text, 0, 0)))}`),
  step: (text: string, milliseconds?: number): void => {
    const took = milliseconds === undefined ? '' : ` (${milliseconds.toFixed(0)} ms)`;
    line(`${green('●')} ${wrapText(`${text}${took}`, 2, 2)}`);
  },
  event: (text: string, milliseconds: number): void =>
    line(`  ${magenta('⟵ live')}  ${text.padEnd(34)} ${dim(`+${milliseconds.toFixed(1)} ms`)}`),
  detail: (text: string): void => indented(text, 2),
  /** Prints a line without wrapping, for drawings. */
  unwrapped: (text: string): void => line(`  ${text}`.trimEnd()),
  message: (name: string, text: string): void =>
    line(`\n  ${bold(name)}: ${wrapText(text, 4 + widthOf(name), INDENT)}`),
  begin: (): void => {
    column = INDENT;
    isInWord = false;
    pendingSpace = '';
    process.stdout.write(' '.repeat(INDENT));
  },
  words,
  end: (text: string): void => line(`\n    ${dim(wrapText(text, INDENT, INDENT))}`),
  disconnected: (text: string): void => line(`\n  ${magenta('✂')} ${wrapText(text, INDENT, INDENT)}`),
  note: (text: string): void => line(dim(wrapText(text, 0, 0))),
};
