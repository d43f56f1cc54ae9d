const paint = (code: number) => (text: string) =>
  process.stdout.isTTY ? `\u001b[${code}m${text}\u001b[0m` : text;
const bold = paint(1);
const dim = paint(2);
const green = paint(32);
const magenta = paint(35);

const line = (text = ''): void => void process.stdout.write(`${text}\n`);

/** How the demo talks: steps, live events with their latency, and what came of it. */
export const say = {
  title: (text: string): void => line(`\n${bold(magenta(text))}`),
  step: (text: string, milliseconds?: number): void =>
    line(`${green('●')} ${text}${milliseconds === undefined ? '' : dim(`  ${milliseconds.toFixed(0)} ms`)}`),
  event: (text: string, milliseconds: number): void =>
    line(`  ${magenta('⟵ live')}  ${text.padEnd(34)} ${dim(`+${milliseconds.toFixed(1)} ms`)}`),
  detail: (text: string): void => line(`  ${text}`),
  note: (text: string): void => line(dim(text)),
};
