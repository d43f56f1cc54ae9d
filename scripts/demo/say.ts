import { columns, widthOf, wrapped } from './wrapped.js';

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
  line(`${' '.repeat(indent)}${wrapped(text, indent, indent)}`.trimEnd());

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
export const say = {
  title: (text: string): void => line(`\n${bold(magenta(wrapped(text, 0, 0)))}`),
  step: (text: string, milliseconds?: number): void => {
    const took = milliseconds === undefined ? '' : ` (${milliseconds.toFixed(0)} ms)`;
    line(`${green('●')} ${wrapped(`${text}${took}`, 2, 2)}`);
  },
  event: (text: string, milliseconds: number): void =>
    line(`  ${magenta('⟵ live')}  ${text.padEnd(34)} ${dim(`+${milliseconds.toFixed(1)} ms`)}`),
  detail: (text: string): void => indented(text, 2),
  /** Prints a line without wrapping, for drawings. */
  drawn: (text: string): void => line(`  ${text}`.trimEnd()),
  said: (name: string, text: string): void =>
    line(`\n  ${bold(name)}: ${wrapped(text, 4 + widthOf(name), INDENT)}`),
  begin: (): void => {
    column = INDENT;
    isInWord = false;
    pendingSpace = '';
    process.stdout.write(' '.repeat(INDENT));
  },
  words,
  end: (text: string): void => line(`\n    ${dim(wrapped(text, INDENT, INDENT))}`),
  broken: (text: string): void => line(`\n  ${magenta('✂')} ${wrapped(text, INDENT, INDENT)}`),
  note: (text: string): void => line(dim(wrapped(text, 0, 0))),
};
