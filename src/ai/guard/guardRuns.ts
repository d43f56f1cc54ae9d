import { toLatinLetters } from './guardLetters.js';
import { protectedInstructions } from './guardTexts.js';

/**
 * Lengths of a sequence of words, or of letters regardless of separators. From `partial` on, text may be the
 * beginning of a leak and is held back. From `leak` on, it is a leak.
 */
export const leakLengths = { words: { partial: 3, leak: 5 }, letters: { partial: 12, leak: 24 } } as const;

/** Sequences from the instructions, in the forms in which a model might reveal them. */
export interface InstructionRuns {
  /** Three consecutive words, "a b c ", and their prefixes from the second word's end on: "a b ", "a b c". */
  partialWords: ReadonlySet<string>;
  leakedWords: ReadonlySet<string>;
  partialLetters: ReadonlySet<string>;
  leakedLetters: ReadonlySet<string>;
}

const reversed = (text: string): string => [...text].reverse().join('');
const rot13 = (text: string): string =>
  text.replace(/[a-z]/gi, (letter) =>
    String.fromCharCode(letter.charCodeAt(0) + (/[a-m]/i.test(letter) ? 13 : -13)),
  );
/** Unchanged, reversed, and in ROT13, the most common cipher. */
const readings = [(text: string) => text, reversed, rot13];

const lettersOf = (text: string): string => [...text].map(toLatinLetters).join('');

/**
 * Trait names that are so long that hardly any letter next to them is needed for a run: "in intellect and
 * imagination, l…". The letter v is read as u. A run is not a leak if more than MOST_OF_NAMES of its letters
 * come from these names.
 */
const names = /emotionalsensitiuity|intellectandimagination/g;
const MOST_OF_NAMES = 16;

function addRuns(into: Set<string>, items: readonly string[], length: number, separator: string): void {
  for (let at = 0; at + length <= items.length; at += 1)
    into.add(items.slice(at, at + length).join(separator));
}

function addLeakedLetters(into: Set<string>, letters: string): void {
  const { leak } = leakLengths.letters;
  const withoutNames = letters.replace(names, (name) => ' '.repeat(name.length));
  for (let at = 0; at + leak <= letters.length; at += 1) {
    const ofNames = leak - withoutNames.slice(at, at + leak).replaceAll(' ', '').length;
    if (ofNames <= MOST_OF_NAMES) into.add(letters.slice(at, at + leak));
  }
}

function buildRuns(): InstructionRuns {
  const runs = {
    partialWords: new Set<string>(),
    leakedWords: new Set<string>(),
    partialLetters: new Set<string>(),
    leakedLetters: new Set<string>(),
  };
  const { words: inWords, letters: inLetters } = leakLengths;
  for (const text of protectedInstructions.flatMap((part) => readings.map((read) => lettersOf(read(part))))) {
    const words = text.split(' ').filter((word) => word !== '');
    const letters = words.join('');
    addRuns(runs.leakedWords, words, inWords.leak, ' ');
    addRuns(runs.partialLetters, letters.split(''), inLetters.partial, '');
    addLeakedLetters(runs.leakedLetters, letters);
    for (let at = 0; at + inWords.partial <= words.length; at += 1) {
      const three = `${words.slice(at, at + inWords.partial).join(' ')} `;
      const last = words[at + 2]?.length ?? 0;
      for (let end = three.length - last - 1; end <= three.length; end += 1)
        runs.partialWords.add(three.slice(0, end));
    }
  }
  return runs;
}

let built: InstructionRuns | null = null;

/** Built on first use, because a process that only answers queries needs none. */
export const instructionRuns = (): InstructionRuns => (built ??= buildRuns());
