import { toLatinLetters } from '../letters.js';
import { chatInstructions, continueInstruction } from '../prompts/chat.js';
import { explanationInstructions } from '../prompts/explanation.js';
import { paraphraseRepairInstructions } from '../prompts/paraphrase.js';
import { repairInstructions } from '../prompts/persona.js';
import { reflectionsInstructions } from '../prompts/reflections.js';
import { summaryInstructions } from '../prompts/summary.js';

/**
 * Passages of the instructions that people say by themselves: a mirror's account of what it is, and common
 * idioms. A run is no leak if it lies within one of them; a run that goes on into our text is.
 */
const ordinary = [
  'you are a mirror the image of a person as their friends see them',
  'you speak in the first person',
  'when in doubt leave it out',
  'what someone else told in confidence',
  'what was asked and answered and what is still open',
  'what friends picked out of a list',
  'no friend took part so far',
  'say so and give both sides',
  'you do not know the name',
  'in the same language and voice',
];

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
 * beginning of a leak and is held back. From `leak` on, it is a leak. In plain writing six words decide, so
 * their letters must be more than any six words have by chance. Text written backwards or in ROT13 is never a
 * coincidence.
 */
const inWords = { partial: 3, leak: 6 };
const inLetters = { partial: 12, leak: 40, leakInDisguise: 24 };

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
/** Reversed, and in ROT13, the most common cipher. */
const disguises = [reversed, rot13];

/** The words of a text as Latin letters, and the same without blanks. */
function readText(text: string): { words: string[]; letters: string } {
  const words = [...text]
    .map(toLatinLetters)
    .join('')
    .split(' ')
    .filter((word) => word !== '');
  return { words, letters: words.join('') };
}
const ordinaryPassages = ordinary.map(readText);
const isOrdinary = (words: string): boolean =>
  ordinaryPassages.some((passage) => ` ${passage.words.join(' ')} `.includes(` ${words} `));
const areOrdinaryLetters = (letters: string): boolean =>
  ordinaryPassages.some((passage) => passage.letters.includes(letters));

/**
 * Trait names that are so long that hardly any letter next to them is needed for a run: "in intellect and
 * imagination, l…". The letter v is read as u. A run is not a leak if fewer than FEWEST_OTHERS of its letters
 * come from other words.
 */
const names = /emotionalsensitiuity|intellectandimagination/g;
const FEWEST_OTHERS = 8;

function addRuns(into: Set<string>, items: readonly string[], length: number, separator: string): void {
  for (let at = 0; at + length <= items.length; at += 1)
    into.add(items.slice(at, at + length).join(separator));
}

function addLeakedLetters(into: Set<string>, letters: string, length: number): void {
  const withoutNames = letters.replace(names, (name) => ' '.repeat(name.length));
  for (let at = 0; at + length <= letters.length; at += 1) {
    const run = letters.slice(at, at + length);
    const others = withoutNames.slice(at, at + length).replaceAll(' ', '').length;
    if (others >= FEWEST_OTHERS && !areOrdinaryLetters(run)) into.add(run);
  }
}

function addPartialWords(into: Set<string>, words: readonly string[]): void {
  for (let at = 0; at + inWords.partial <= words.length; at += 1) {
    const three = `${words.slice(at, at + inWords.partial).join(' ')} `;
    const last = words[at + 2]?.length ?? 0;
    for (let end = three.length - last - 1; end <= three.length; end += 1) into.add(three.slice(0, end));
  }
}

function buildRuns(): InstructionRuns {
  const runs = {
    partialWords: new Set<string>(),
    leakedWords: new Set<string>(),
    partialLetters: new Set<string>(),
    leakedLetters: new Set<string>(),
  };
  const add = (text: string, lettersToLeak: number): void => {
    const { words, letters } = readText(text);
    addRuns(runs.leakedWords, words, inWords.leak, ' ');
    addPartialWords(runs.partialWords, words);
    addRuns(runs.partialLetters, letters.split(''), inLetters.partial, '');
    addLeakedLetters(runs.leakedLetters, letters, lettersToLeak);
  };
  for (const part of protectedInstructions) {
    add(part, inLetters.leak);
    for (const disguise of disguises) add(disguise(part), inLetters.leakInDisguise);
  }
  for (const run of runs.leakedWords) if (isOrdinary(run)) runs.leakedWords.delete(run);
  return runs;
}

let built: InstructionRuns | null = null;

/** Built on first use, because a process that only answers queries needs none. */
const instructionRuns = (): InstructionRuns => (built ??= buildRuns());

/** Maximum number of separators between two letters of a run. After a longer gap, another text begins. */
const WIDEST_GAP = 16;

/**
 * Reads a text character by character and detects whether it reveals what our prompts say: six consecutive
 * words, 40 letters regardless of separators, or 24 letters backwards or in ROT13; digits count as the letters
 * they resemble. It only looks up the last words and letters in the sets of instructionRuns, so the work per
 * character is constant.
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
    return (
      this.#mayBeLetterRun &&
      (this.#runs.leakedLetters.has(this.#letters) ||
        this.#runs.leakedLetters.has(this.#letters.slice(-inLetters.leakInDisguise)))
    );
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
