const paint = (code: number) => (text: string) =>
  process.stdout.isTTY ? `\u001b[${code}m${text}\u001b[0m` : text;
const bold = paint(1);
const dim = paint(2);
const green = paint(32);
const magenta = paint(35);

const line = (text = ''): void => void process.stdout.write(`${text}\n`);
const cyan = paint(36);

/** Where the line stands that grows word by word, and whether a word may still go on. */
let column = 0;
let isInWord = false;
const WIDTH = 100;

/** Breaks lines between words, as they come. */
function words(text: string): void {
  for (const word of text.match(/\S+\s*|\s+/gu) ?? []) {
    if (!isInWord && column + word.trimEnd().length > WIDTH) {
      process.stdout.write('\n    ');
      column = 4;
    }
    process.stdout.write(cyan(word.replaceAll('\n', ' ')));
    column += word.length;
    isInWord = !/\s$/u.test(word);
  }
}

/** How the demo talks: steps, live events with their latency, and what came of it. */
export const say = {
  title: (text: string): void => line(`\n${bold(magenta(text))}`),
  step: (text: string, milliseconds?: number): void =>
    line(`${green('●')} ${text}${milliseconds === undefined ? '' : dim(`  ${milliseconds.toFixed(0)} ms`)}`),
  event: (text: string, milliseconds: number): void =>
    line(`  ${magenta('⟵ live')}  ${text.padEnd(34)} ${dim(`+${milliseconds.toFixed(1)} ms`)}`),
  detail: (text: string): void => line(`  ${text}`),
  said: (name: string, text: string): void => line(`\n  ${bold(name)}: ${text}`),
  begin: (): void => {
    column = 4;
    isInWord = false;
    process.stdout.write('    ');
  },
  words,
  end: (text: string): void => line(`\n    ${dim(text)}`),
  broken: (text: string): void => line(`\n  ${magenta('✂')} ${text}`),
  note: (text: string): void => line(dim(text)),
};
