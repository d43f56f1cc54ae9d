import { columns, widthOf, wrapped } from './wrapped.js';

const paint = (code: number) => (text: string) =>
  process.stdout.isTTY ? `\u001b[${code}m${text}\u001b[0m` : text;
const bold = paint(1);
const dim = paint(2);
const green = paint(32);
const magenta = paint(35);
const cyan = paint(36);

const line = (text = ''): void => void process.stdout.write(`${text}\n`);
/** A paragraph whose further lines stand under its first. */
const indented = (text: string, indent: number): void =>
  line(`${' '.repeat(indent)}${wrapped(text, indent, indent)}`.trimEnd());

/** Where the line stands that grows word by word, whether a word may still go on, and the blank that waits for a word behind it. */
let column = 0;
let isInWord = false;
let waiting = '';
const INDENT = 4;

/** Breaks lines between words, as they come; a blank is written with the word behind it, so that no line ends in one. */
function words(text: string): void {
  for (const part of text.match(/\S+|\s+/gu) ?? []) {
    if (/^\s/u.test(part)) {
      waiting = column > INDENT ? ' ' : '';
      isInWord = false;
      continue;
    }
    const width = widthOf(part);
    if (!isInWord && column > INDENT && column + waiting.length + width > columns()) {
      process.stdout.write(`\n${' '.repeat(INDENT)}`);
      column = INDENT;
      waiting = '';
    }
    process.stdout.write(`${waiting}${cyan(part)}`);
    column += waiting.length + width;
    waiting = '';
    isInWord = true;
  }
}

/** How the demo talks: steps, live events with their latency, and what came of it. */
export const say = {
  title: (text: string): void => line(`\n${bold(magenta(wrapped(text, 0, 0)))}`),
  step: (text: string, milliseconds?: number): void => {
    const took = milliseconds === undefined ? '' : ` (${milliseconds.toFixed(0)} ms)`;
    line(`${green('●')} ${wrapped(`${text}${took}`, 2, 2)}`);
  },
  event: (text: string, milliseconds: number): void =>
    line(`  ${magenta('⟵ live')}  ${text.padEnd(34)} ${dim(`+${milliseconds.toFixed(1)} ms`)}`),
  detail: (text: string): void => indented(text, 2),
  /** As it stands: a drawing, not a sentence. */
  drawn: (text: string): void => line(`  ${text}`.trimEnd()),
  said: (name: string, text: string): void =>
    line(`\n  ${bold(name)}: ${wrapped(text, 4 + widthOf(name), INDENT)}`),
  begin: (): void => {
    column = INDENT;
    isInWord = false;
    waiting = '';
    process.stdout.write(' '.repeat(INDENT));
  },
  words,
  end: (text: string): void => line(`\n    ${dim(wrapped(text, INDENT, INDENT))}`),
  broken: (text: string): void => line(`\n  ${magenta('✂')} ${wrapped(text, INDENT, INDENT)}`),
  note: (text: string): void => line(dim(wrapped(text, 0, 0))),
};
