import { guardLetters } from './guardLetters.js';
import { guardTexts } from './guardTexts.js';

/** So many words, or letters however they are parted, may be a beginning; from so many on it is one of ours told. */
export const runLengths = { words: { begun: 3, told: 5 }, letters: { begun: 12, told: 24 } } as const;

/** What the instructions hold, as a model might tell it. */
export interface GuardRuns {
  /** Three words in a row, "a b c ", and all beginnings of them from the second word's end on: "a b ", "a b c". */
  begunWords: ReadonlySet<string>;
  toldWords: ReadonlySet<string>;
  begunLetters: ReadonlySet<string>;
  toldLetters: ReadonlySet<string>;
}

const reversed = (text: string): string => [...text].reverse().join('');
const turned = (text: string): string =>
  text.replace(/[a-z]/gi, (letter) =>
    String.fromCharCode(letter.charCodeAt(0) + (/[a-m]/i.test(letter) ? 13 : -13)),
  );
/** As it stands, backwards, and by the commonest of ciphers. */
const readings = [(text: string) => text, reversed, turned];

const lettersOf = (text: string): string => [...text].map(guardLetters).join('');

/** Names of what is measured (v is read as u), so long that hardly a letter beside them would make a run: "in intellect and imagination, l…". */
const names = /emotionalsensitiuity|intellectandimagination/g;
const MOST_OF_NAMES = 16;

function addRuns(into: Set<string>, items: readonly string[], length: number, parted: string): void {
  for (let at = 0; at + length <= items.length; at += 1) into.add(items.slice(at, at + length).join(parted));
}

function addToldLetters(into: Set<string>, letters: string): void {
  const { told } = runLengths.letters;
  const beside = letters.replace(names, (name) => ' '.repeat(name.length));
  for (let at = 0; at + told <= letters.length; at += 1) {
    const ofNames = told - beside.slice(at, at + told).replaceAll(' ', '').length;
    if (ofNames <= MOST_OF_NAMES) into.add(letters.slice(at, at + told));
  }
}

function buildRuns(): GuardRuns {
  const runs = {
    begunWords: new Set<string>(),
    toldWords: new Set<string>(),
    begunLetters: new Set<string>(),
    toldLetters: new Set<string>(),
  };
  const { words: inWords, letters: inLetters } = runLengths;
  for (const text of guardTexts.flatMap((part) => readings.map((read) => lettersOf(read(part))))) {
    const words = text.split(' ').filter((word) => word !== '');
    const letters = words.join('');
    addRuns(runs.toldWords, words, inWords.told, ' ');
    addRuns(runs.begunLetters, letters.split(''), inLetters.begun, '');
    addToldLetters(runs.toldLetters, letters);
    for (let at = 0; at + inWords.begun <= words.length; at += 1) {
      const three = `${words.slice(at, at + inWords.begun).join(' ')} `;
      const last = words[at + 2]?.length ?? 0;
      for (let end = three.length - last - 1; end <= three.length; end += 1)
        runs.begunWords.add(three.slice(0, end));
    }
  }
  return runs;
}

let built: GuardRuns | null = null;

/** Built when first asked for: a process that only answers queries needs none. */
export const guardRuns = (): GuardRuns => (built ??= buildRuns());
