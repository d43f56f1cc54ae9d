import { toLatinLetters } from '../letters.js';
import { chatInstructions, continueInstruction } from '../prompts/chat.js';
import { explanationInstructions } from '../prompts/explanation.js';
import { paraphraseRepairInstructions } from '../prompts/paraphrase.js';
import { repairInstructions } from '../prompts/persona.js';
import { reflectionsInstructions } from '../prompts/reflections.js';
import { summaryInstructions } from '../prompts/summary.js';

/**
 * All instruction texts that must not leak. Each is separate, because a sequence across two of them is no
 * leak. The texts of the repairs include those of the persona and of the blends.
 */
const protectedInstructions: readonly string[] = [
  repairInstructions,
  reflectionsInstructions,
  paraphraseRepairInstructions,
  chatInstructions,
  summaryInstructions,
  continueInstruction,
  explanationInstructions,
];

/**
 * Lengths of a sequence of words, or of letters regardless of separators. From `partial` on, text may be the
 * beginning of a leak and is held back. From `leak` on, it is a leak.
 */
const inWords = { partial: 3, leak: 5 };
const inLetters = { partial: 12, leak: 24 };

/** Sequences from the instructions, in the forms in which a model might reveal them. */
interface InstructionRuns {
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
  const { leak } = inLetters;
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
const instructionRuns = (): InstructionRuns => (built ??= buildRuns());

/** Maximum number of separators between two letters of a run. After a longer gap, another text begins. */
const WIDEST_GAP = 16;

/**
 * Reads a text character by character and detects whether it reveals what our prompts say: five consecutive
 * words, or 24 letters regardless of separators, also backwards, in ROT13 or with digits for letters. It only
 * looks up the last words and letters in the sets of instructionRuns, so the work per character is constant.
 */
export class PromptLeakDetector {
  readonly #runs: InstructionRuns = instructionRuns();
  /** The last letters, at most as many as make a run. */
  #letters = '';
  /** The last complete words, oldest first, at most as many as make a run. */
  #words: string[] = [];
  /** The word that is being read. */
  #word = '';
  /** The last two complete words and a blank if a run may continue with them, otherwise ''. */
  #lastPair = '';
  /** Separators since the last word. */
  #gap = 0;
  #mayBeWordRun = false;
  #mayBeLetterRun = false;

  /**
   * @returns CLEAR, PARTIAL while the end of the text is the beginning of a run, or LEAK when a run is
   *   complete
   */
  read(character: string): 'CLEAR' | 'PARTIAL' | 'LEAK' {
    const letters = toLatinLetters(character);
    if (letters === '') return this.#state();
    for (const letter of letters)
      if (letter === ' ' ? this.#endWord() : this.#addLetter(letter)) return 'LEAK';
    return this.#state();
  }

  /** @returns LEAK if the end of the text completes a run */
  end(): 'CLEAR' | 'LEAK' {
    return this.#endWord() ? 'LEAK' : 'CLEAR';
  }

  #state(): 'CLEAR' | 'PARTIAL' {
    return this.#mayBeWordRun || this.#mayBeLetterRun ? 'PARTIAL' : 'CLEAR';
  }

  #addLetter(letter: string): boolean {
    this.#gap = 0;
    this.#word += letter;
    const { length } = this.#letters;
    this.#letters = (length < inLetters.leak ? this.#letters : this.#letters.slice(1)) + letter;
    this.#mayBeLetterRun =
      this.#letters.length >= inLetters.partial &&
      this.#runs.partialLetters.has(this.#letters.slice(-inLetters.partial));
    this.#mayBeWordRun = this.#lastPair !== '' && this.#runs.partialWords.has(this.#lastPair + this.#word);
    return this.#mayBeLetterRun && this.#runs.leakedLetters.has(this.#letters);
  }

  /** Ends the current word, if there is one. @returns whether it completes a run */
  #endWord(): boolean {
    if (this.#word === '') {
      this.#gap += 1;
      if (this.#gap > WIDEST_GAP) this.#forget();
      return false;
    }
    this.#words.push(this.#word);
    this.#word = '';
    if (this.#words.length > inWords.leak) this.#words.shift();
    this.#mayBeWordRun =
      this.#lastPair !== '' && this.#runs.partialWords.has(`${this.#lastPair}${this.#words.at(-1)} `);
    const pair = `${this.#words.slice(-2).join(' ')} `;
    this.#lastPair = this.#runs.partialWords.has(pair) ? pair : '';
    return this.#mayBeWordRun && this.#runs.leakedWords.has(this.#words.join(' '));
  }

  #forget(): void {
    this.#letters = '';
    this.#words = [];
    this.#lastPair = '';
    this.#mayBeWordRun = false;
    this.#mayBeLetterRun = false;
  }
}
